import type { Check } from './what-is-left.js';

/** A candidacy as far as the publication waits for it. */
type Screened = {
  readonly status?: string | null;
  readonly appeal?: { readonly isGranted?: boolean | null } | null;
};

/** What must hold before candidates are published: everybody who agreed to stand is screened, and no appeal is open. */
export function screeningChecks({
  contests,
}: {
  readonly contests: readonly { readonly candidates: readonly Screened[] }[];
}): readonly [screened: Check, appeals: Check] {
  const candidates = contests.flatMap((contest) => contest.candidates);
  const unscreened = candidates.filter(({ status }) => status === 'CONSENTED').length;
  const open = candidates.filter(({ appeal }) => appeal && typeof appeal.isGranted !== 'boolean').length;
  return [
    { key: 'screened', isDone: unscreened === 0, count: unscreened },
    { key: 'appeals', isDone: open === 0, count: open },
  ];
}

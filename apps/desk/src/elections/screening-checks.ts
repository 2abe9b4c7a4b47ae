import type { Check } from './what-is-left.js';

/** A candidacy as far as the publication waits for it. */
type Screened = {
  readonly status?: string | null;
  readonly appeal?: { readonly isGranted?: boolean | null } | null;
};

/**
 * What must hold before candidates are published: everybody who agreed to stand is screened, no appeal is open, and who was refused had
 * the time to appeal. Whether that time is over is known by what the viewer may do.
 */
export function screeningChecks({
  contests,
  viewerActions,
}: {
  readonly contests: readonly { readonly candidates: readonly Screened[] }[];
  readonly viewerActions: readonly string[];
}): readonly Check[] {
  const candidates = contests.flatMap((contest) => contest.candidates);
  const unscreened = candidates.filter(({ status }) => status === 'CONSENTED').length;
  const open = countOpenAppeals(contests);
  const refused = candidates.filter(({ status, appeal }) => status === 'INELIGIBLE' && !appeal).length;
  const isOver = refused === 0 || viewerActions.includes('PUBLISH_CANDIDATES');
  return [
    { key: 'screened', isDone: unscreened === 0, count: unscreened },
    { key: 'appeals', isDone: open === 0, count: open },
    // While something else holds it up, the time to appeal cannot be told apart from it and is not spoken of.
    ...(unscreened + open === 0 && refused > 0 ? [{ key: 'appealTime', isDone: isOver, count: refused }] : []),
  ];
}

/** How many appeals nobody has decided. */
export function countOpenAppeals(contests: readonly { readonly candidates: readonly Screened[] }[]): number {
  return contests
    .flatMap(({ candidates }) => candidates)
    .filter(({ appeal }) => appeal && typeof appeal.isGranted !== 'boolean').length;
}

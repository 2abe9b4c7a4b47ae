/*
 * A link under which a member shows chosen things of the record to whoever has it. It shows what stands today, so a
 * correction reaches it at once. Life: open, then expired by its day or withdrawn. Owner: learning.
 */
import {
  defineLifecycle,
  err,
  FieldChecks,
  limitReached,
  ok,
  type Id,
  type IllegalTransitionError,
  type LimitReachedError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { CredentialId } from '../credential/credential.js';
import type { RecordLanguage } from '../credential/record-words.js';
import type { EvidenceId } from '../record/evidence.js';
import { recordLinkRules } from './record-link-rules.js';

/** The id of a link; it tells nothing of its token. */
export type RecordLinkId = Id<'RecordLink'>;

/** A link as stored; of the token the digest alone is kept, beside it. */
export type RecordLink = {
  readonly id: RecordLinkId;
  readonly memberId: Id<'Member'>;
  /** What the member calls it. */
  readonly note: string;
  /** How the member calls themselves on it; may be empty. */
  readonly shownAs: string;
  readonly language: RecordLanguage;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly withdrawnAt: Date | undefined;
  readonly version: number;
};

/** One chosen thing. */
export type ChosenItem =
  | { readonly evidenceId: EvidenceId; readonly credentialId: undefined }
  | { readonly evidenceId: undefined; readonly credentialId: CredentialId };

/** Where a link stands. */
export type RecordLinkStatus = 'OPEN' | 'EXPIRED' | 'WITHDRAWN';

/** What its member can do to a link; it runs out by itself. */
export type RecordLinkAction = 'WITHDRAW' | 'EXPIRE';

/** The life of a link at an instant; time alone expires it. */
export const recordLinkLifecycle = defineLifecycle<
  { readonly status: RecordLinkStatus },
  RecordLinkStatus,
  RecordLinkAction
>(
  {
    name: 'RecordLink',
    initial: ['OPEN'],
    states: ['OPEN', 'EXPIRED', 'WITHDRAWN'],
    transitions: {
      WITHDRAW: { from: ['OPEN'], to: ['WITHDRAWN'] },
      EXPIRE: { from: ['OPEN'], to: ['EXPIRED'] },
    },
  },
  ({ status }) => status,
);

/** Where a link stands at an instant. */
export function linkStatus({ withdrawnAt, expiresAt }: RecordLink, now: Date): RecordLinkStatus {
  if (withdrawnAt !== undefined) return 'WITHDRAWN';
  return expiresAt <= now ? 'EXPIRED' : 'OPEN';
}

/** Makes and recognises the tokens of links. */
export interface RecordTokens {
  /** A new secret of at least 128 random bits, fit for an address. */
  make(): string;
  /** What is kept of a secret; it cannot be turned back. */
  digest(token: string): Uint8Array;
}

/** What a member chooses for a link. */
export type LinkDraft = {
  readonly itemIds: readonly string[];
  readonly note: string;
  readonly shownAs: string;
  readonly language: RecordLanguage;
  readonly days: number;
};

/** What a link may show: the ids of everything that can be shown now. */
export type Sharable = { readonly evidenceIds: ReadonlySet<string>; readonly credentialIds: ReadonlySet<string> };

/** A link with its items, ready to be kept. */
export type PlannedLink = { readonly link: RecordLink; readonly items: readonly ChosenItem[] };

/** Plans a link, unless its member has enough of them, or something in it cannot be shown. */
export function planLink(
  { itemIds, note, shownAs, language, days }: LinkDraft,
  sharable: Sharable,
  by: { readonly id: RecordLinkId; readonly memberId: Id<'Member'>; readonly openCount: number; readonly now: Date },
): Result<PlannedLink, ValidationError | LimitReachedError> {
  const { openMax, itemsMax, daysMax } = recordLinkRules;
  if (by.openCount >= openMax)
    return err(limitReached(`You have ${openMax} links that open. Withdraw one that you no longer use.`, openMax));
  const checks = new FieldChecks()
    .that(itemIds.length > 0, 'itemIds', 'REQUIRED', 'Choose something to show.')
    .that(itemIds.length <= itemsMax, 'itemIds', 'TOO_LONG', `Show at most ${itemsMax} things.`)
    .that(new Set(itemIds).size === itemIds.length, 'itemIds', 'CONTRADICTION', 'Choose each thing once.')
    .text('note', note, { min: 0, max: 120 })
    .text('shownAs', shownAs, { min: 0, max: 80 })
    .whole('days', days, { min: 1, max: daysMax });
  const items = itemIds.map((id) => chosen(id, sharable));
  items.forEach((item, index) => {
    checks.that(item !== undefined, `itemIds.${index}`, 'UNKNOWN', 'This cannot be shown.');
  });
  const link: RecordLink = {
    id: by.id,
    memberId: by.memberId,
    note: note.trim(),
    shownAs: shownAs.trim(),
    language,
    createdAt: by.now,
    expiresAt: new Date(by.now.getTime() + days * 86_400_000),
    withdrawnAt: undefined,
    version: 1,
  };
  return checks.finish({ link, items: items.filter((item) => item !== undefined) });
}

function chosen(id: string, { evidenceIds, credentialIds }: Sharable): ChosenItem | undefined {
  if (evidenceIds.has(id)) return { evidenceId: id as EvidenceId, credentialId: undefined };
  return credentialIds.has(id) ? { evidenceId: undefined, credentialId: id as CredentialId } : undefined;
}

/** Ends a link by its member's choice. */
export function withdrawLink(link: RecordLink, now: Date): Result<RecordLink, IllegalTransitionError> {
  const status = recordLinkLifecycle.next('WITHDRAW', { status: linkStatus(link, now) }, now);
  return status.ok ? ok({ ...link, withdrawnAt: now }) : status;
}

/*
 * Who can read a referral now, and who opened which part of it when: what its student sees. A holder is a post or a program
 * of the referral's department. Nothing is stored but the ledger; names are found by the aliases it keeps.
 */
import type { Id } from '@guildhall/kernel';
import type { ReferralId } from './referral.js';

/** As what somebody holds a referral. */
export type HolderKind = 'STAFF' | 'LEAD' | 'PROGRAM';

/** Somebody who can read a referral: by the name that the department gave, and as the ledger names them. */
export type ReferralHolder = { readonly kind: HolderKind; readonly name: string; readonly actorKey: string };

/** One reading of a referral's words by somebody of its department. */
export type ReferralOpening = {
  readonly referralId: ReferralId;
  readonly departmentId: Id<'Department'>;
  readonly position: number;
  readonly at: Date;
  readonly reader: string;
  readonly readerRole: 'DEPARTMENT_STAFF' | 'DEPARTMENT_LEAD' | 'DEPARTMENT_CLIENT';
  readonly items: readonly Id<'ReferralField'>[];
};

/** The holder whom an alias of the ledger stands for; nobody when their post or program is not known any more. */
export function holderOf(
  { reader }: Pick<ReferralOpening, 'reader'>,
  known: readonly ReferralHolder[],
  alias: (actorKey: string) => string,
): ReferralHolder | undefined {
  return known.find(({ actorKey }) => alias(actorKey) === reader);
}

/** The key by which a program acts. */
export function programKey(clientId: string): string {
  return `client:${clientId}`;
}

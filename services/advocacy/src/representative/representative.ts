/*
 * A representative: another member whom a student lets act on their case, with dated and scoped consent.
 * Life: named, acts until the date or until the consent is withdrawn, which ends it at once. Owner: advocacy.
 */
import {
  defineLifecycle,
  FieldChecks,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { Case, CaseId } from '../case/case.js';
import type { Pseudonym } from '../sealing/sealing.js';

/** The id of a representation; random. */
export type RepresentativeId = Id<'Representative'>;

/** What the student consented to: reading what they share with the case worker, or also writing for them. */
export type RepresentativeScope = 'READ' | 'READ_AND_WRITE';

/** One consent to be represented. */
export type Representative = {
  readonly id: RepresentativeId;
  readonly caseId: CaseId;
  /** Whose case it is. */
  readonly student: Pseudonym;
  readonly representative: Pseudonym;
  readonly scope: RepresentativeScope;
  readonly namedAt: Date;
  readonly endsAt: Date;
  readonly withdrawnAt: Date | undefined;
  readonly version: number;
};

/** A case with the consent by which the viewer acts on it. */
export type RepresentedCase = { readonly item: Case; readonly consent: Representative };

/** The life of a consent; the end of its dates is a fact of the clock. */
export const representativeLifecycle = defineLifecycle<Representative, 'NAMED' | 'WITHDRAWN', 'WITHDRAW'>(
  {
    name: 'Representative',
    initial: ['NAMED'],
    states: ['NAMED', 'WITHDRAWN'],
    transitions: { WITHDRAW: { from: ['NAMED'], to: ['WITHDRAWN'], guard: ({ endsAt }, now) => now < endsAt } },
  },
  ({ withdrawnAt }) => (withdrawnAt === undefined ? 'NAMED' : 'WITHDRAWN'),
);

/** Ends a consent at once. */
export function withdrawRepresentative(
  item: Representative,
  now: Date,
): Result<Representative, IllegalTransitionError> {
  const next = representativeLifecycle.next('WITHDRAW', item, now);
  return next.ok ? ok({ ...item, withdrawnAt: now }) : next;
}

/** A consent lasts a year at most, in milliseconds; a longer one is given again. */
export const consentMs = 366 * 86_400_000;

/** Checks until when somebody is to act, and whether they can: a member who has no other part in the case. */
export function checkNaming({
  endsAt,
  now,
  isFree,
}: {
  readonly endsAt: Date;
  readonly now: Date;
  readonly isFree: boolean;
}): Result<undefined, ValidationError> {
  const isDated = endsAt > now && endsAt.getTime() - now.getTime() <= consentMs;
  return new FieldChecks()
    .that(isFree, 'subject', 'UNKNOWN', 'This is no active member, or somebody with another part in this case.')
    .that(isDated, 'endsAt', 'OUT_OF_RANGE', 'Choose a day within the coming year.')
    .finish(undefined);
}

/** The place of the name by which the student named a representative. */
export const representativePlace = (id: RepresentativeId): string => `representative/${id}`;

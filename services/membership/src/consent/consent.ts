/*
 * A consent: what a member allows whom to read, why and how long. Life: given by the member, over at its end or when the
 * member withdraws it, and kept as history. Owner: membership.
 */
import {
  err,
  FieldChecks,
  illegalTransition,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { GroupId } from '../group/group.js';
import type { MemberId } from '../member/member.js';

/** The id of a consent. */
export type ConsentId = Id<'Consent'>;

/** What a consent can be for. A purpose that nothing in the product reads for is not asked for. */
export const consentPurposes = ['NEEDS_IN_GROUP', 'NEEDS_AT_ACTIVITY'] as const;

/** What a consent is for: meetings of one group, or any activity one takes part in. */
export type ConsentPurpose = (typeof consentPurposes)[number];

/** The parts of a needs profile that are shared or kept back each by itself. */
export const consentFields = ['DIET', 'ACCESS', 'LANGUAGE', 'QUIET_SPACE'] as const;

/** One part of a needs profile. */
export type ConsentField = (typeof consentFields)[number];

/** Who may read: the officers of one group, whoever organises what the member takes part in, or who organises one activity. */
export type ConsentAudience = 'GROUP' | 'ORGANISERS' | 'ACTIVITY';

/** A consent as stored. `withdrawnAt` ends it before `toAt`. */
export type Consent = {
  readonly id: ConsentId;
  readonly memberId: MemberId;
  readonly purpose: ConsentPurpose;
  readonly fields: readonly ConsentField[];
  readonly audience: ConsentAudience;
  readonly groupId: GroupId | undefined;
  readonly activityId: Id<'Activity'> | undefined;
  readonly fromAt: Date;
  readonly toAt: Date;
  readonly withdrawnAt: Date | undefined;
  readonly version: number;
};

/** Where a consent stands; derived from the clock, never stored. */
export type ConsentStatus = 'LIVE' | 'EXPIRED' | 'WITHDRAWN';

/** What can be done to a consent. */
export const consentActions = ['WITHDRAW'] as const;

/** Something that can be done to a consent. */
export type ConsentAction = (typeof consentActions)[number];

/** The longest time one consent lasts, in milliseconds: an academic year and a month. Our choice: nobody should have to remember longer. */
export const consentMaxMs = 396 * 86_400_000;

/** Where a consent stands now. What was withdrawn stays withdrawn after its end. */
export function statusOf({ toAt, withdrawnAt }: Consent, now: Date): ConsentStatus {
  if (withdrawnAt !== undefined) return 'WITHDRAWN';
  return toAt > now ? 'LIVE' : 'EXPIRED';
}

/** Whether the action is possible now. */
export function isPossible(_action: ConsentAction, consent: Consent, now: Date): boolean {
  return statusOf(consent, now) === 'LIVE';
}

/** What a member allows. */
export type ConsentDraft = {
  readonly purpose: ConsentPurpose;
  readonly fields: readonly ConsentField[];
  readonly groupId: GroupId | undefined;
  readonly until: Date;
};

/** Checks what a member allows, and makes it a consent that begins now. */
export function giveConsent(
  { purpose, fields, groupId, until }: ConsentDraft,
  { id, memberId, now }: { readonly id: ConsentId; readonly memberId: MemberId; readonly now: Date },
): Result<Consent, ValidationError> {
  const length = until.getTime() - now.getTime();
  const isForGroup = purpose === 'NEEDS_IN_GROUP';
  return new FieldChecks()
    .that(fields.length > 0, 'fields', 'REQUIRED', 'Choose at least one thing to share.')
    .that(length > 0, 'until', 'OUT_OF_RANGE', 'Choose a day in the future.')
    .that(length <= consentMaxMs, 'until', 'OUT_OF_RANGE', 'A consent lasts at most 13 months; you can give it again.')
    .that(!isForGroup || groupId !== undefined, 'groupId', 'REQUIRED', 'Choose the group.')
    .that(isForGroup || groupId === undefined, 'groupId', 'CONTRADICTION', 'This purpose is not about one group.')
    .finish({
      id,
      memberId,
      purpose,
      fields: consentFields.filter((field) => fields.includes(field)),
      audience: isForGroup ? ('GROUP' as const) : ('ORGANISERS' as const),
      groupId,
      activityId: undefined,
      fromAt: now,
      toAt: until,
      withdrawnAt: undefined,
      version: 1,
    });
}

/** Checks what a member shares for one activity, and makes it a consent that begins now and ends when needs of it are erased. */
export function shareAtActivity(
  { activityId, fields, until }: Pick<ConsentDraft, 'fields' | 'until'> & { readonly activityId: Id<'Activity'> },
  made: { readonly id: ConsentId; readonly memberId: MemberId; readonly now: Date },
): Result<Consent, ValidationError> {
  return new FieldChecks().that(fields.length > 0, 'fields', 'REQUIRED', 'Choose at least one thing to share.').finish({
    id: made.id,
    memberId: made.memberId,
    purpose: 'NEEDS_AT_ACTIVITY' as const,
    fields: consentFields.filter((field) => fields.includes(field)),
    audience: 'ACTIVITY' as const,
    groupId: undefined,
    activityId,
    fromAt: made.now,
    toAt: until,
    withdrawnAt: undefined,
    version: 1,
  });
}

/** Ends a consent that is alive; whoever reads from now on gets nothing. */
export function withdrawConsent(consent: Consent, now: Date): Result<Consent, IllegalTransitionError> {
  if (!isPossible('WITHDRAW', consent, now)) return err(illegalTransition('WITHDRAW', statusOf(consent, now)));
  return ok({ ...consent, withdrawnAt: now });
}

/*
 * A submission: what the officers of a group hand in to be affiliated, to stay so for another year, or to be revived.
 * Life: handed in, perhaps sent back with a note, decided by union officers of other groups. Owner: membership.
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
import type { GroupId, GroupStatus } from '../group/group.js';
import type { MemberId } from '../member/member.js';

/** The id of a submission. */
export type SubmissionId = Id<'AffiliationSubmission'>;

/** Where a submission stands. */
export type SubmissionStatus = 'SUBMITTED' | 'CHANGES_REQUESTED' | 'APPROVED' | 'DECLINED' | 'WITHDRAWN';

/** What a submission is for. */
export type SubmissionOccasion = 'FOUNDING' | 'YEARLY' | 'REVIVAL';

/** The three offices a group must have filled, by three people. */
export type OfficersInPlace = {
  readonly presidentId: MemberId;
  readonly treasurerId: MemberId;
  readonly secretaryId: MemberId;
};

/** What a group writes about itself. The constitution is either a text or a link. */
export type SubmissionDraft = {
  readonly constitutionText: string | undefined;
  readonly constitutionLink: string | undefined;
  readonly riskStatement: string;
  /** What the group plans to do first, or in the coming year. */
  readonly programme: string;
};

/** A submission as stored. */
export type AffiliationSubmission = SubmissionDraft &
  OfficersInPlace & {
    readonly id: SubmissionId;
    readonly groupId: GroupId;
    readonly occasion: SubmissionOccasion;
    readonly status: SubmissionStatus;
    readonly submittedBy: MemberId;
    readonly submittedAt: Date;
    readonly version: number;
  };

/** What can happen to a submission. */
export type SubmissionAction = 'RESUBMIT' | 'REQUEST_CHANGES' | 'APPROVE' | 'DECLINE' | 'WITHDRAW';

/** One step taken with a submission, kept for good. */
export type AffiliationStep = {
  readonly id: Id<'AffiliationStep'>;
  readonly submissionId: SubmissionId;
  readonly action: SubmissionAction | 'SUBMIT';
  readonly byId: MemberId;
  /** What the union's officer wrote; asked for when changes are wanted and when the answer is no. */
  readonly note: string | undefined;
  readonly at: Date;
};

/** One version of a group's constitution. */
export type Constitution = {
  readonly id: Id<'Constitution'>;
  readonly groupId: GroupId;
  /** From 1, without a gap. */
  readonly number: number;
  readonly text: string | undefined;
  readonly link: string | undefined;
  readonly adoptedAt: Date;
};

/** The way of a submission. */
export const submissionLifecycle = defineLifecycle<
  Pick<AffiliationSubmission, 'status'>,
  SubmissionStatus,
  SubmissionAction
>(
  {
    name: 'AffiliationSubmission',
    initial: ['SUBMITTED'],
    states: ['SUBMITTED', 'CHANGES_REQUESTED', 'APPROVED', 'DECLINED', 'WITHDRAWN'],
    transitions: {
      RESUBMIT: { from: ['CHANGES_REQUESTED'], to: ['SUBMITTED'] },
      REQUEST_CHANGES: { from: ['SUBMITTED'], to: ['CHANGES_REQUESTED'] },
      APPROVE: { from: ['SUBMITTED'], to: ['APPROVED'] },
      DECLINE: { from: ['SUBMITTED'], to: ['DECLINED'] },
      WITHDRAW: { from: ['SUBMITTED', 'CHANGES_REQUESTED'], to: ['WITHDRAWN'] },
    },
  },
  ({ status }) => status,
);

/** What a submission of a group in that state is for; nothing where none is handed in. */
export function occasionFor(status: GroupStatus): SubmissionOccasion | undefined {
  if (status === 'PROVISIONAL') return 'FOUNDING';
  if (status === 'AFFILIATED') return 'YEARLY';
  return status === 'DORMANT' ? 'REVIVAL' : undefined;
}

/** Checks what a group wrote. `officers` is nothing when the three offices are not held by three people. */
export function checkDraft<Officers extends OfficersInPlace>(
  draft: SubmissionDraft,
  officers: Officers | undefined,
): Result<SubmissionDraft & { readonly officers: Officers | undefined }, ValidationError> {
  const text = draft.constitutionText?.trim() ?? '';
  const link = draft.constitutionLink?.trim() ?? '';
  const checks = new FieldChecks()
    .text('constitutionText', text, { min: 0, max: 20_000 })
    .that(
      text !== '' || link !== '',
      'constitutionText',
      'REQUIRED',
      'Write the constitution here, or give a link to it.',
    )
    .that(text === '' || link === '', 'constitutionLink', 'CONTRADICTION', 'Give the text or a link, not both.')
    .that(link === '' || isWebLink(link), 'constitutionLink', 'BAD_FORMAT', 'Give a link that begins with https://.')
    .text('riskStatement', draft.riskStatement, { min: 20, max: 4000 })
    .text('programme', draft.programme, { min: 20, max: 4000 })
    .that(
      officers !== undefined,
      'officers',
      'REQUIRED',
      'The group needs a president, a treasurer and a secretary in office: three different people.',
    );
  return checks.finish({
    constitutionText: text === '' ? undefined : text,
    constitutionLink: link === '' ? undefined : link,
    riskStatement: draft.riskStatement.trim(),
    programme: draft.programme.trim(),
    officers,
  });
}

function isWebLink(link: string): boolean {
  return link.length <= 500 && URL.canParse(link) && new URL(link).protocol === 'https:';
}

/** Who holds which of the three offices. */
export type Holding = { readonly kind: 'PRESIDENT' | 'TREASURER' | 'SECRETARY'; readonly memberId: MemberId };

/** Three different people for the three offices, or nothing. */
export function officersInPlace(holdings: readonly Holding[]): OfficersInPlace | undefined {
  const of = (kind: Holding['kind']) => holdings.flatMap((held) => (held.kind === kind ? [held.memberId] : []));
  for (const presidentId of of('PRESIDENT'))
    for (const treasurerId of of('TREASURER'))
      for (const secretaryId of of('SECRETARY'))
        if (new Set([presidentId, treasurerId, secretaryId]).size === 3)
          return { presidentId, treasurerId, secretaryId };
  return undefined;
}

/** Moves a submission along its way. */
export function settleSubmission(
  submission: AffiliationSubmission,
  action: SubmissionAction,
  now: Date,
): Result<AffiliationSubmission, IllegalTransitionError> {
  const status = submissionLifecycle.next(action, submission, now);
  return status.ok ? ok({ ...submission, status: status.value }) : status;
}

/** Checks what a union officer writes to a group. */
export function checkNote(note: string): Result<string, ValidationError> {
  return new FieldChecks().text('note', note, { min: 10, max: 2000 }).finish(note.trim());
}

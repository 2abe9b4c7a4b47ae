/*
 * A referral: the one thing a department sees of a case, and of it exactly the fields the student consented to.
 * Life: drafted by the worker, consented to by the student, sent, answered, closed; withdrawn whenever the student says so,
 * which seals it to the department at once and keeps only the fact. Owner: advocacy.
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
import type { CaseSides } from '../sealing/viewer.js';

/** The id of a referral; random. */
export type ReferralId = Id<'Referral'>;

/** Where a referral stands. */
export type ReferralStatus =
  | 'DRAFTED'
  | 'CONSENTED'
  | 'SENT'
  | 'ACKNOWLEDGED'
  | 'INFO_REQUESTED'
  | 'RESPONDED'
  | 'ACTIONS'
  | 'CLOSED'
  | 'WITHDRAWN';

/** What a department decided. */
export type ReferralDecision = 'AGREE' | 'PARTLY' | 'DECLINE' | 'REDIRECT';

/** What is known of a referral without a key. */
export type Referral = {
  readonly id: ReferralId;
  readonly caseId: Id<'Case'>;
  readonly departmentId: Id<'Department'>;
  readonly status: ReferralStatus;
  readonly draftedAt: Date;
  readonly consentedAt: Date | undefined;
  readonly withdrawnAt: Date | undefined;
  readonly sentAt: Date | undefined;
  readonly dueAt: Date | undefined;
  readonly respondedAt: Date | undefined;
  readonly decision: ReferralDecision | undefined;
  readonly redirectToId: Id<'Department'> | undefined;
  /** The referral whose department sent the matter on to this one's. */
  readonly previousId: ReferralId | undefined;
  /** Who of the department works on it, by subject. */
  readonly handler: string | undefined;
  readonly version: number;
};

/** A referral with the two sides of its case, which decide who may do what and are shown to nobody. */
export type ReferralFile = { readonly referral: Referral; readonly sides: CaseSides };

/** One item of a referral; name and value are sealed. */
export type ReferralField = {
  readonly id: Id<'ReferralField'>;
  readonly caseId: Id<'Case'>;
  readonly referralId: ReferralId;
  readonly consented: boolean;
};

/** A question of the department; the words of question, proposal and answer are sealed. */
export type ReferralQuestion = {
  readonly id: Id<'ReferralQuestion'>;
  readonly caseId: Id<'Case'>;
  readonly referralId: ReferralId;
  readonly askedAt: Date;
  readonly proposedAt: Date | undefined;
  readonly answeredAt: Date | undefined;
};

/** What can happen to a referral. */
export type ReferralAction =
  | 'CONSENT'
  | 'SEND'
  | 'ACKNOWLEDGE'
  | 'ASK_INFORMATION'
  | 'PROPOSE_ANSWER'
  | 'ANSWER'
  | 'DRAFT_RESPONSE'
  | 'RESPOND'
  | 'START_ACTIONS'
  | 'ADD_MILESTONE'
  | 'HAND'
  | 'CLOSE'
  | 'WITHDRAW';

const withDepartment = ['ACKNOWLEDGED', 'INFO_REQUESTED'] as const;
/** What a department still works on. */
const inHand = ['SENT', ...withDepartment, 'RESPONDED', 'ACTIONS'] as const;

/** The referral's part of machine I. */
export const referralLifecycle = defineLifecycle<ReferralFile, ReferralStatus, ReferralAction>(
  {
    name: 'Referral',
    initial: ['DRAFTED'],
    states: [
      'DRAFTED',
      'CONSENTED',
      'SENT',
      'ACKNOWLEDGED',
      'INFO_REQUESTED',
      'RESPONDED',
      'ACTIONS',
      'CLOSED',
      'WITHDRAWN',
    ],
    transitions: {
      CONSENT: { from: ['DRAFTED', 'CONSENTED'], to: ['CONSENTED'] },
      SEND: { from: ['CONSENTED'], to: ['SENT'] },
      ACKNOWLEDGE: { from: ['SENT'], to: ['ACKNOWLEDGED'] },
      ASK_INFORMATION: { from: ['ACKNOWLEDGED'], to: ['INFO_REQUESTED'] },
      PROPOSE_ANSWER: { from: ['INFO_REQUESTED'], to: ['INFO_REQUESTED'] },
      ANSWER: { from: ['INFO_REQUESTED'], to: ['ACKNOWLEDGED'] },
      DRAFT_RESPONSE: { from: withDepartment, to: withDepartment },
      RESPOND: { from: withDepartment, to: ['RESPONDED'] },
      START_ACTIONS: {
        from: ['RESPONDED'],
        to: ['ACTIONS'],
        guard: ({ referral }) => referral.decision === 'AGREE' || referral.decision === 'PARTLY',
      },
      ADD_MILESTONE: { from: ['ACTIONS'], to: ['ACTIONS'] },
      HAND: { from: inHand, to: inHand },
      CLOSE: { from: ['RESPONDED', 'ACTIONS'], to: ['CLOSED'] },
      WITHDRAW: {
        from: ['DRAFTED', 'CONSENTED', 'SENT', 'ACKNOWLEDGED', 'INFO_REQUESTED', 'RESPONDED', 'ACTIONS', 'CLOSED'],
        to: ['WITHDRAWN'],
      },
    },
  },
  ({ referral }) => referral.status,
);

/** Moves a referral along machine I and keeps the instant of the step. */
export function changeReferralStatus(
  file: ReferralFile,
  action: Exclude<ReferralAction, 'DRAFT_RESPONSE' | 'RESPOND' | 'HAND'>,
  now: Date,
): Result<ReferralFile, IllegalTransitionError> {
  const status = referralLifecycle.next(action, file, now);
  if (!status.ok) return status;
  const stamp = {
    ...(action === 'CONSENT' && { consentedAt: now }),
    ...(action === 'SEND' && { sentAt: now }),
    ...(action === 'WITHDRAW' && { withdrawnAt: now }),
  };
  return ok({ ...file, referral: { ...file.referral, ...stamp, status: status.value } });
}

/** What a department answers; a redirection names the department that can help. */
export type ReferralAnswer = {
  readonly decision: ReferralDecision;
  readonly text: string;
  readonly redirectToId: Id<'Department'> | undefined;
};

/** Publishes the department's answer. */
export function respond(
  file: ReferralFile,
  { decision, redirectToId }: ReferralAnswer,
  now: Date,
): Result<ReferralFile, IllegalTransitionError> {
  const status = referralLifecycle.next('RESPOND', file, now);
  if (!status.ok) return status;
  return ok({
    ...file,
    referral: { ...file.referral, status: status.value, decision, redirectToId, respondedAt: now },
  });
}

/** Checks an answer: words, and another department exactly when the matter is sent on. */
export function checkAnswer(
  answer: ReferralAnswer,
  { departmentId }: Referral,
): Result<ReferralAnswer, ValidationError> {
  const { decision, redirectToId } = answer;
  return new FieldChecks()
    .text('text', answer.text, { max: 5000 })
    .that(
      (decision === 'REDIRECT') === (redirectToId !== undefined),
      'redirectToId',
      'CONTRADICTION',
      'Name the other department exactly when you send the matter on.',
    )
    .that(
      redirectToId !== departmentId,
      'redirectToId',
      'CONTRADICTION',
      'A department cannot send a matter on to itself.',
    )
    .finish({ ...answer, text: answer.text.trim() });
}

/** One item that the worker wants the department to know. */
export type DraftField = { readonly name: string; readonly value: string };

/** Checks a draft: 1 to 20 named items. */
export function checkDraft(fields: readonly DraftField[]): Result<readonly DraftField[], ValidationError> {
  const told = fields.map(({ name, value }) => ({ name: name.trim(), value: value.trim() }));
  const checks = new FieldChecks()
    .that(told.length > 0, 'fields', 'REQUIRED', 'Name at least one field.')
    .that(told.length <= 20, 'fields', 'TOO_LONG', 'Name at most 20 fields.')
    .that(
      new Set(told.map(({ name }) => name)).size === told.length,
      'fields',
      'CONTRADICTION',
      'Name every field once.',
    );
  told
    .slice(0, 20)
    .forEach(({ name, value }, index) =>
      checks.text(`fields.${index}.name`, name, { max: 80 }).text(`fields.${index}.value`, value, { max: 2000 }),
    );
  return checks.finish(told);
}

/** A referral in its first state. */
export function draftReferral(
  id: ReferralId,
  {
    caseId,
    departmentId,
    previousId,
    now,
  }: {
    readonly caseId: Id<'Case'>;
    readonly departmentId: Id<'Department'>;
    readonly previousId?: ReferralId;
    readonly now: Date;
  },
): Referral {
  return {
    id,
    caseId,
    departmentId,
    status: 'DRAFTED',
    draftedAt: now,
    consentedAt: undefined,
    withdrawnAt: undefined,
    sentAt: undefined,
    dueAt: undefined,
    respondedAt: undefined,
    decision: undefined,
    redirectToId: undefined,
    previousId,
    handler: undefined,
    version: 1,
  };
}

/** Checks a choice of fields: at least one, and none that is not part of the referral. */
export function checkConsent(
  chosen: readonly Id<'ReferralField'>[],
  fields: readonly ReferralField[],
): Result<readonly Id<'ReferralField'>[], ValidationError> {
  const known = new Set(fields.map(({ id }) => id));
  const checks = new FieldChecks().that(
    chosen.length > 0,
    'fieldIds',
    'REQUIRED',
    'Choose at least one field, or withdraw the referral.',
  );
  chosen
    .slice(0, 20)
    .forEach((id, index) =>
      checks.that(known.has(id), `fieldIds.${index}`, 'UNKNOWN', 'This field is not part of the referral.'),
    );
  return checks.that(chosen.length <= 20, 'fieldIds', 'TOO_LONG', 'A referral has at most 20 fields.').finish(chosen);
}

/** A published answer; its words are sealed. */
export type ReferralResponse = Pick<Referral, 'caseId' | 'redirectToId'> & {
  readonly referralId: ReferralId;
  readonly decision: ReferralDecision;
  readonly respondedAt: Date;
};

/** The published answer of a referral, if there is one. */
export function responseOf({
  id,
  caseId,
  decision,
  respondedAt,
  redirectToId,
}: Referral): ReferralResponse | undefined {
  if (decision === undefined || respondedAt === undefined) return undefined;
  return { referralId: id, caseId, decision, respondedAt, redirectToId };
}

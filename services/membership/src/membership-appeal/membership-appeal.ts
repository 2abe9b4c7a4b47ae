/*
 * A suspension and the one appeal against it: the suspended person's words, decided by somebody else than who suspended.
 * Life: waiting until decided, or overtaken when the suspension ends first (machine A). Owner: membership.
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
import type { MemberId } from '../member/member.js';

/** The id of a suspension. */
export type SuspensionId = Id<'Suspension'>;

/** A time during which somebody's rights are withheld. Its reason and its end stand in the member's record. */
export type Suspension = {
  readonly id: SuspensionId;
  readonly memberId: MemberId;
  /** Who decided it, as `actorKey` names them. */
  readonly suspendedBy: string;
  readonly suspendedAt: Date;
  readonly endedAt: Date | undefined;
};

/** The id of an appeal against a suspension. */
export type MembershipAppealId = Id<'MembershipAppeal'>;

/** Where an appeal stands. */
export type MembershipAppealStatus = 'WAITING' | 'UPHELD' | 'LIFTED' | 'OVERTAKEN';

/** How an appeal can be decided: the suspension is upheld, or it is lifted. */
export type MembershipAppealDecision = 'UPHELD' | 'LIFTED';

/** What can happen to an appeal. */
export type MembershipAppealAction = 'UPHOLD' | 'LIFT' | 'OVERTAKE';

/** An appeal as stored; once per suspension. */
export type MembershipAppeal = {
  readonly id: MembershipAppealId;
  readonly suspensionId: SuspensionId;
  readonly memberId: MemberId;
  readonly status: MembershipAppealStatus;
  readonly words: string;
  readonly appealedAt: Date;
  readonly reasons: string | undefined;
  readonly decidedBy: string | undefined;
  readonly decidedAt: Date | undefined;
  readonly version: number;
};

/** An appeal with who decided the suspension it is about, because the same person does not decide the appeal. */
export type JudgedAppeal = { readonly appeal: MembershipAppeal; readonly suspendedBy: string };

/** A suspension with the appeal against it, if there is one. */
export type StandingSuspension = { readonly suspension: Suspension; readonly appeal: MembershipAppeal | undefined };

/** The life of an appeal. */
export const membershipAppealLifecycle = defineLifecycle<
  MembershipAppeal,
  MembershipAppealStatus,
  MembershipAppealAction
>(
  {
    name: 'MembershipAppeal',
    initial: ['WAITING'],
    states: ['WAITING', 'UPHELD', 'LIFTED', 'OVERTAKEN'],
    transitions: {
      UPHOLD: { from: ['WAITING'], to: ['UPHELD'] },
      LIFT: { from: ['WAITING'], to: ['LIFTED'] },
      OVERTAKE: { from: ['WAITING'], to: ['OVERTAKEN'] },
    },
  },
  ({ status }) => status,
);

/** The shortest and the longest words of an appeal, in characters; our choice. */
export const appealWords = { min: 10, max: 4000 } as const;

/** The longest reasons of a decision, in characters; our choice. */
export const reasonsMax = 2000;

/** Checks what somebody says against their suspension, and makes it an appeal. */
export function appealAgainst(
  suspension: Suspension,
  words: string,
  { id, now }: { readonly id: MembershipAppealId; readonly now: Date },
): Result<MembershipAppeal, ValidationError> {
  return new FieldChecks().text('words', words.trim(), appealWords).finish({
    id,
    suspensionId: suspension.id,
    memberId: suspension.memberId,
    status: 'WAITING' as const,
    words: words.trim(),
    appealedAt: now,
    reasons: undefined,
    decidedBy: undefined,
    decidedAt: undefined,
    version: 1,
  });
}

/** Decides an appeal with reasons, which its author reads. */
export function decideAppeal(
  appeal: MembershipAppeal,
  { decision, reasons }: { readonly decision: MembershipAppealDecision; readonly reasons: string },
  { by, now }: { readonly by: string; readonly now: Date },
): Result<MembershipAppeal, IllegalTransitionError | ValidationError> {
  const status = membershipAppealLifecycle.next(actionOf(decision), appeal, now);
  if (!status.ok) return status;
  const checked = new FieldChecks().text('reasons', reasons.trim(), { min: 3, max: reasonsMax }).finish(reasons.trim());
  if (!checked.ok) return checked;
  return ok({ ...appeal, status: status.value, reasons: checked.value, decidedBy: by, decidedAt: now });
}

/** What a decision does to an appeal. */
export function actionOf(decision: MembershipAppealDecision): MembershipAppealAction {
  return decision === 'UPHELD' ? 'UPHOLD' : 'LIFT';
}

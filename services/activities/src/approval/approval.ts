/*
 * How an activity comes to be approved: rounds of submitting and judging, evidence judged item by item, and a log that its
 * team reads. Life: machine C of the activity; here is what its steps ask for. Owner: activities.
 */
import {
  defineLifecycle,
  FieldChecks,
  validationError,
  type Id,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import { noticeUntil, type Activity, type ActivityId } from '../activity/activity.js';
import type { RiskCircumstance } from '../activity/activity-rules.js';
import type { MemberId } from '../references/member.js';
import {
  approvalRulesOf,
  currentApprovalRules,
  evidenceKinds,
  type ApprovalRules,
  type EvidenceKind,
} from './approval-rules.js';

/** How often an activity was submitted, last when, and why so late if it was. */
export type Approval = {
  readonly activityId: ActivityId;
  readonly rulesVersion: number;
  readonly round: number;
  readonly submittedAt: Date;
  readonly lateReason: string | undefined;
};

/** Where evidence stands. */
export type EvidenceStatus = 'GIVEN' | 'ACCEPTED' | 'RETURNED';

/** What a team says for one kind of evidence: a text, and where the paper is if there is one. */
export type Evidence = {
  readonly id: Id<'Evidence'>;
  readonly activityId: ActivityId;
  readonly kind: EvidenceKind;
  readonly statement: string;
  readonly link: string | undefined;
  readonly status: EvidenceStatus;
  /** What is missing, when it was returned. */
  readonly note: string | undefined;
  readonly authorId: MemberId;
  readonly givenAt: Date;
  readonly version: number;
};

/** What the log of an activity tells of. */
export type JudgementKind =
  | 'SUBMITTED'
  | 'EVIDENCE_ACCEPTED'
  | 'EVIDENCE_RETURNED'
  | 'CHANGES_REQUESTED'
  | 'APPROVED'
  | 'DECLINED';

/** One line of the log: who did what, in which round. */
export type Judgement = {
  readonly id: Id<'Judgement'>;
  readonly activityId: ActivityId;
  readonly round: number;
  readonly kind: JudgementKind;
  readonly evidenceKind: EvidenceKind | undefined;
  readonly note: string | undefined;
  readonly memberId: MemberId;
  readonly judgedAt: Date;
};

/** Everything about the approval of one activity; before it is first submitted there is no approval. */
export type ApprovalFile = {
  readonly approval: Approval | undefined;
  readonly evidence: readonly Evidence[];
  readonly judgements: readonly Judgement[];
};

/** What can be done to one kind of evidence. */
export type EvidenceAction = 'PROVIDE' | 'ACCEPT' | 'RETURN';

/** The life of evidence: given, judged, and given again at any time while it matters. */
export const evidenceLifecycle = defineLifecycle<Evidence, EvidenceStatus, EvidenceAction>(
  {
    name: 'Evidence',
    initial: ['GIVEN'],
    states: ['GIVEN', 'ACCEPTED', 'RETURNED'],
    transitions: {
      PROVIDE: { from: ['GIVEN', 'ACCEPTED', 'RETURNED'], to: ['GIVEN'] },
      ACCEPT: { from: ['GIVEN', 'RETURNED'], to: ['ACCEPTED'] },
      RETURN: { from: ['GIVEN', 'ACCEPTED'], to: ['RETURNED'] },
    },
  },
  ({ status }) => status,
);

/** The rules an activity is judged by: those of its first submission, or today's before. */
export function rulesOfFile({ approval }: Pick<ApprovalFile, 'approval'>): ApprovalRules {
  return approval === undefined ? currentApprovalRules : approvalRulesOf(approval.rulesVersion);
}

type Judged = Pick<Activity, 'riskTier' | 'facts'>;

/** The evidence that is asked for, in a fixed order: by tier, circumstance and budget. */
export function requiredEvidence({ riskTier, facts }: Judged, rules: ApprovalRules): readonly EvidenceKind[] {
  if (riskTier === 0) return [];
  const circumstances = Object.entries(rules.evidenceByCircumstance) as readonly [RiskCircumstance, EvidenceKind][];
  const asked = new Set<EvidenceKind>([
    ...rules.evidenceFromTier.filter(({ tier }) => riskTier >= tier).map(({ kind }) => kind),
    ...circumstances.filter(([name]) => facts[name]).map(([, kind]) => kind),
    ...(facts.budget > rules.budgetPlanAbove ? (['BUDGET_PLAN'] as const) : []),
  ]);
  return evidenceKinds.filter((kind) => asked.has(kind));
}

/** The evidence that still has to be accepted before anybody approves; nothing where the tier does not insist. */
export function missingEvidence(activity: Judged, file: ApprovalFile): readonly EvidenceKind[] {
  const rules = rulesOfFile(file);
  if (activity.riskTier < rules.completeFromTier) return [];
  const accepted = new Set(file.evidence.filter(({ status }) => status === 'ACCEPTED').map(({ kind }) => kind));
  return requiredEvidence(activity, rules).filter((kind) => !accepted.has(kind));
}

/** Fails with one field for each kind of evidence that is missing. */
export function checkEvidence(activity: Judged, file: ApprovalFile): Result<true, ValidationError> {
  const missing = missingEvidence(activity, file);
  if (missing.length === 0) return { ok: true, value: true };
  const message = 'Accept this evidence before you approve.';
  return {
    ok: false,
    error: validationError(missing.map((kind) => ({ path: `evidence.${kind}`, rule: 'REQUIRED', message }))),
  };
}

/** How many different people approve it. */
export function approversNeeded(
  { riskTier }: Pick<Activity, 'riskTier'>,
  file: Pick<ApprovalFile, 'approval'>,
): number {
  return rulesOfFile(file).approvers[riskTier];
}

/** Who approved it in this round; an approval of an earlier plan counts for nothing. */
export function approversOf({ approval, judgements }: ApprovalFile): readonly MemberId[] {
  const round = approval?.round ?? 1;
  return judgements
    .filter((judgement) => judgement.kind === 'APPROVED' && judgement.round === round)
    .map(({ memberId }) => memberId);
}

/** Whether it is too late now for the notice that the tier asks for. */
export function isNoticeBroken(activity: Activity, now: Date): boolean {
  return activity.riskTier > 0 && now > noticeUntil(activity);
}

/** The next round of an activity that goes to the judges now: late only with a reason, which is kept and shown. */
export function nextRound(
  activity: Activity,
  before: Approval | undefined,
  { lateReason, now }: { readonly lateReason: string | undefined; readonly now: Date },
): Result<Approval, ValidationError> {
  const isLate = isNoticeBroken(activity, now);
  const checks = new FieldChecks();
  if (isLate) checks.text('lateReason', lateReason ?? '', { max: 1000 });
  return checks.finish({
    activityId: activity.id,
    rulesVersion: before?.rulesVersion ?? currentApprovalRules.version,
    round: (before?.round ?? 0) + 1,
    submittedAt: now,
    lateReason: isLate ? lateReason?.trim() : undefined,
  });
}

/** What is said for one kind of evidence. */
export type StatedEvidence = Pick<Evidence, 'statement' | 'link'>;

/** Checks what is said: a text, and a link that a browser may open. */
export function checkStated({ statement, link }: StatedEvidence): Result<StatedEvidence, ValidationError> {
  const checks = new FieldChecks().text('statement', statement, { min: 10, max: 4000 });
  const address = link?.trim() === '' ? undefined : link?.trim();
  if (address !== undefined)
    checks
      .text('link', address, { max: 500 })
      .that(
        URL.parse(address)?.protocol === 'https:',
        'link',
        'BAD_FORMAT',
        'Give an address that begins with https://.',
      );
  return checks.finish({ statement: statement.trim(), link: address });
}

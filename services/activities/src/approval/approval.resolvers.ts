import { toId, type Actor } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import { rulesOf } from '../activity/activity-rules.js';
import type { Activity } from '../activity/activity.js';
import type { Resolvers } from '../generated/graphql.js';
import type { MemberReference } from '../references/member.js';
import {
  approversNeeded,
  approversOf,
  evidenceLifecycle,
  isNoticeBroken,
  requiredEvidence,
  rulesOfFile,
  type ApprovalFile,
  type Evidence,
  type EvidenceAction,
} from './approval.js';
import type { EvidenceKind } from './approval-rules.js';
import { approvalPolicy } from './approval.policy.js';

/** An approval with the activity it is of. */
export type ApprovalModel = { readonly activity: Activity; readonly file: ApprovalFile };

/** One kind of evidence, given or not. */
export type EvidenceItemModel = {
  readonly activity: Activity;
  readonly kind: EvidenceKind;
  readonly given: Evidence | undefined;
};

/** Resolvers of how an activity comes to be approved. */
export const approvalResolvers: Resolvers = {
  Mutation: {
    provideEvidence: async (_root, { input }, { actor, activities }) =>
      toResult(
        'ProvideEvidenceSuccess',
        await activities.provideEvidence(actor, {
          ...input,
          activityId: toId(input.activityId),
          link: input.link ?? undefined,
        }),
        (activity) => ({ activity }),
      ),
    judgeEvidence: async (_root, { input }, { actor, activities }) =>
      toResult(
        'JudgeEvidenceSuccess',
        await activities.judgeEvidence(actor, {
          ...input,
          activityId: toId(input.activityId),
          note: input.note ?? undefined,
        }),
        (activity) => ({ activity }),
      ),
  },
  Activity: {
    approval: async (activity, _args, { actor, loaders }): Promise<ApprovalModel | null> =>
      approvalPolicy.canSee(actor, activity) ? { activity, file: await loaders.approvalFiles.load(activity.id) } : null,
  },
  ActivityApproval: {
    round: ({ file }) => file.approval?.round ?? 0,
    submittedAt: ({ file }) => file.approval?.submittedAt ?? null,
    noticeDays: ({ activity }) => rulesOf(activity).noticeDays[activity.riskTier],
    isNoticeOver: ({ activity }, _args, { now }) => isNoticeBroken(activity, now),
    lateReason: ({ file }) => file.approval?.lateReason ?? null,
    approversNeeded: ({ activity, file }) => approversNeeded(activity, file),
    approvalsGiven: ({ file }) => approversOf(file).length,
    evidence: ({ activity, file }) =>
      requiredEvidence(activity, rulesOfFile(file)).map((kind) => ({
        activity,
        kind,
        given: file.evidence.find((evidence) => evidence.kind === kind),
      })),
    judgements: ({ file }) => [...file.judgements],
  },
  EvidenceItem: {
    status: ({ given }) => given?.status ?? 'MISSING',
    statement: ({ given }) => given?.statement ?? null,
    link: ({ given }) => given?.link ?? null,
    note: ({ given }) => given?.note ?? null,
    givenAt: ({ given }) => given?.givenAt ?? null,
    viewerActions: (item, _args, { actor, now }) => actionsOn(item, actor, now),
  },
  Judgement: {
    by: ({ memberId }): MemberReference => ({ id: memberId }),
  },
};

/** What is not given yet can only be given. */
function actionsOn({ activity, given }: EvidenceItemModel, actor: Actor, now: Date): EvidenceAction[] {
  const possible: readonly EvidenceAction[] =
    given === undefined ? ['PROVIDE'] : evidenceLifecycle.possible(given, now);
  return possible.filter(
    (action) => approvalPolicy.can(actor, action, activity) && approvalPolicy.isTime(action, activity),
  );
}

import { systemActor, toId } from '@guildhall/kernel';
import { requireDone, type Task } from '@guildhall/subgraph';
import { z } from 'zod';
import { dormancyTask } from './case/case.policy.js';
import { emergencyTellingTask } from './emergency-access/emergency-access.policy.js';
import { tellEmergencyAccess } from './emergency-access/use-cases/tell-emergency-access.js';
import { milestoneTask } from './referral/milestone.js';
import { missMilestone } from './referral/use-cases/miss-milestone.js';
import { cleanWebhookLog } from './webhook/use-cases/clean-webhook-log.js';
import { deliverWebhook } from './webhook/use-cases/deliver-webhook.js';
import { deliveryTask, webhookCleaningTask } from './webhook/webhook.js';
import { fallDormant } from './case/use-cases/fall-dormant.js';
import { mailTask } from './inbox/inbox.repository.js';
import { sendNotice } from './inbox/send-notice.job.js';
import { createClosingTasks } from './wiring/closing-tasks.js';
import type { Deps } from './deps.js';
import { createIssueTasks } from './issue/issue.tasks.js';
import { followUpEndTask, followUpTask, invitationEndTask } from './mediation/mediation-scope.js';
import { expireMediationInvitation } from './mediation/use-cases/expire-mediation-invitation.js';
import { closeMediationFollowUp } from './mediation-term/use-cases/close-mediation-follow-up.js';
import { startMediationFollowUp } from './mediation-term/use-cases/start-mediation-follow-up.js';
import { createProposalTasks } from './proposal/proposal.tasks.js';
import { createSafeguardingTasks } from './safeguarding/safeguarding.tasks.js';
import { sweepAttachments, sweepTask } from './attachment/sweep-attachments.job.js';
import { tellingTask } from './update/update.policy.js';
import { tellChange } from './update/use-cases/tell-change.js';

const changePayload = z.object({ changeId: z.string() });
const mediationPayload = z.object({ mediationId: z.string() });
const accessPayload = z.object({ accessId: z.string() });
const noticePayload = z.object({ noticeId: z.string() });
const milestonePayload = z.object({ milestoneId: z.string() });
const messagePayload = z.object({ messageId: z.string() });
const casePayload = z.object({ caseId: z.string() });

/** The timed decisions of this service, made as the platform. */
export function createTasks(deps: Deps): Readonly<Record<string, Task>> {
  return {
    ...createClosingTasks(deps),
    ...createProposalTasks(deps),
    ...createIssueTasks(deps),
    ...createSafeguardingTasks(deps),
    [mailTask]: async (payload, due) => {
      await sendNotice(deps, { noticeId: toId(noticePayload.parse(payload).noticeId), due });
    },
    [emergencyTellingTask]: async (payload, due) => {
      requireDone(await tellEmergencyAccess(deps, { accessId: toId(accessPayload.parse(payload).accessId), due }));
    },
    [tellingTask]: async (payload) => {
      const { changeId } = changePayload.parse(payload);
      requireDone(await tellChange(deps, systemActor(tellingTask), { changeId: toId(changeId) }));
    },
    [invitationEndTask]: async (payload) => {
      const { mediationId } = mediationPayload.parse(payload);
      requireDone(await expireMediationInvitation(deps, { mediationId: toId(mediationId) }));
    },
    [followUpTask]: async (payload) => {
      const { mediationId } = mediationPayload.parse(payload);
      requireDone(await startMediationFollowUp(deps, { mediationId: toId(mediationId) }));
    },
    [followUpEndTask]: async (payload) => {
      const { mediationId } = mediationPayload.parse(payload);
      requireDone(await closeMediationFollowUp(deps, { mediationId: toId(mediationId) }));
    },
    [milestoneTask]: async (payload) => {
      requireDone(await missMilestone(deps, { milestoneId: toId(milestonePayload.parse(payload).milestoneId) }));
    },
    [deliveryTask]: async (payload) => {
      requireDone(await deliverWebhook(deps, { messageId: toId(messagePayload.parse(payload).messageId) }));
    },
    [webhookCleaningTask]: async () => {
      requireDone(await cleanWebhookLog(deps));
    },
    [sweepTask]: async () => {
      if (deps.files) await sweepAttachments(deps, deps.files);
    },
    [dormancyTask]: async (payload) => {
      requireDone(await fallDormant(deps, { caseId: toId(casePayload.parse(payload).caseId) }));
    },
  };
}

import { toId } from '@guildhall/kernel';
import { requireDone, type Task } from '@guildhall/subgraph';
import { z } from 'zod';
import type { Deps } from './deps.js';
import { expireConnection } from './connection/use-cases/expire-connection.js';
import { forgetConnection } from './connection/use-cases/forget-connection.js';
import { checkDormancy } from './group/use-cases/check-dormancy.js';
import { expireMandate } from './group/use-cases/expire-mandate.js';
import { expireSuspension } from './member/use-cases/expire-suspension.js';
import { graduateMember } from './member/use-cases/graduate-member.js';
import { createNotificationTasks } from './wiring/notification-tasks.js';
import { createPostTasks } from './wiring/post-tasks.js';

const mandatePayload = z.object({ mandateId: z.string() });
const memberPayload = z.object({ memberId: z.string() });
const connectionPayload = z.object({ connectionId: z.string() });
const groupPayload = z.object({ groupId: z.string() });

/** The timed decisions of this service, made as the platform. */
export function createTasks(deps: Deps): Readonly<Record<string, Task>> {
  return {
    ...createNotificationTasks(deps),
    ...createPostTasks(deps),
    'end-mandate': async (payload) => {
      requireDone(await expireMandate(deps, { mandateId: toId(mandatePayload.parse(payload).mandateId) }));
    },
    'expire-connection': async (payload) => {
      requireDone(await expireConnection(deps, { connectionId: toId(connectionPayload.parse(payload).connectionId) }));
    },
    'forget-connection': async (payload) => {
      requireDone(await forgetConnection(deps, { connectionId: toId(connectionPayload.parse(payload).connectionId) }));
    },
    'graduate-member': async (payload) => {
      requireDone(await graduateMember(deps, { memberId: toId(memberPayload.parse(payload).memberId) }));
    },
    'reinstate-member': async (payload) => {
      requireDone(await expireSuspension(deps, { memberId: toId(memberPayload.parse(payload).memberId) }));
    },
    'check-dormancy': async (payload) => {
      requireDone(await checkDormancy(deps, { groupId: toId(groupPayload.parse(payload).groupId) }));
    },
  };
}

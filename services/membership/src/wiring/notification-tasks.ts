import { toId } from '@guildhall/kernel';
import type { Task } from '@guildhall/subgraph';
import { z } from 'zod';
import type { Deps } from '../deps.js';
import { sendCode, sendMail } from '../notification/send-mail.job.js';
import { mailTask } from '../notification/telling.repository.js';
import { codeTask } from '../notification/use-cases/change-mail-address.js';

const mailPayload = z.object({ memberId: z.string() });
const codePayload = mailPayload.extend({ until: z.string() });

/** The mail that goes out after what it tells of is kept. */
export function createNotificationTasks(deps: Deps): Readonly<Record<string, Task>> {
  return {
    [mailTask]: async (payload, due) => {
      await sendMail(deps, { memberId: toId(mailPayload.parse(payload).memberId), due });
    },
    [codeTask]: async (payload) => {
      const { memberId, until } = codePayload.parse(payload);
      await sendCode(deps, { memberId: toId(memberId), until });
    },
  };
}

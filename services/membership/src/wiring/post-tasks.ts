import { toId } from '@guildhall/kernel';
import { requireDone, type Task } from '@guildhall/subgraph';
import { z } from 'zod';
import type { Deps } from '../deps.js';
import { noticeTask, tellOfNotice } from '../post/use-cases/tell-of-notice.js';

const noticePayload = z.object({ postId: z.string(), after: z.string().optional() });

/** What is done about posts without anybody waiting for it. */
export function createPostTasks(deps: Deps): Readonly<Record<string, Task>> {
  return {
    [noticeTask]: async (payload) => {
      const { postId, after } = noticePayload.parse(payload);
      requireDone(
        await tellOfNotice(deps, { postId: toId(postId), after: after === undefined ? undefined : toId(after) }),
      );
    },
  };
}

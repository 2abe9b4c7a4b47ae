import { err, illegalTransition, notAllowed, notFound, ok, toId, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import { endWait } from '../../deadline/use-cases/end-wait.js';
import type { Deps, Repositories } from '../../deps.js';
import { sealedRequest, type KeyedInput } from '../../sealing/sealed-request.js';
import { isStudentOf, viewerOf } from '../../sealing/viewer.js';
import {
  asSeenByStudent,
  caseLifecycle,
  changeCaseStatus,
  checkText,
  type Case,
  type CaseId,
  type CaseMessage,
} from '../case.js';
import { casePolicy } from '../case.policy.js';
import { casePlaces } from '../place.js';

/** What somebody writes in the conversation of a case. */
export type PostCaseMessage = KeyedInput & { readonly caseId: CaseId; readonly body: string };

/** Adds a message to the layer that the student and the assigned worker share. A word of the student ends a wait for it. */
export function postCaseMessage(
  { idempotentTransaction, clock, ids, vault }: Deps,
  actor: Actor,
  input: PostCaseMessage,
) {
  const viewer = viewerOf(actor, vault);
  return idempotentTransaction(
    sealedRequest(vault, viewer, 'postCaseMessage', input),
    ({ cases }, id) => cases.findMessage(viewer, toId(id)),
    async (unit) => {
      const now = clock.now();
      const item = await unit.cases.findVisible(viewer, input.caseId);
      if (item === null) return err(notFound('Case'));
      if (!casePolicy.can(viewer, 'POST_MESSAGE', item)) return err(notAllowed('POST_MESSAGE', 'Case'));
      const author = isStudentOf(viewer, item) ? 'STUDENT' : 'CASE_WORKER';
      if (!caseLifecycle.can('POST_MESSAGE', item, now))
        return err(illegalTransition('POST_MESSAGE', asSeenByStudent(item).status));
      const body = checkText('body', input.body);
      if (!body.ok) return body;
      const message: CaseMessage = { id: ids.ordered(), caseId: item.id, author, sentAt: now };
      await unit.cases.addMessage(message);
      await unit.sealedTexts.write(
        { caseId: item.id, place: casePlaces.message(message.id), layer: 'CASE' },
        body.value,
      );
      const told = { reason: 'MESSAGE', sourceId: message.id } as const;
      if (author === 'STUDENT') await unit.inbox.tellWorker({ ...item, caseId: item.id }, told);
      else await unit.inbox.tellStudent({ ...item, caseId: item.id }, told);
      await settleConversation(unit, item, { author, now });
      return ok(message);
    },
  );
}

/** What a new message ends: the wait for the student's next word, or for the case worker's first. */
export async function settleConversation(
  { cases, deadlines, jobs }: Unit<Repositories>,
  item: Case,
  { author, now }: { readonly author: CaseMessage['author']; readonly now: Date },
): Promise<void> {
  if (author === 'CASE_WORKER') return deadlines.meet(item.id, 'FIRST_CONTACT', now);
  if (item.status !== 'WAITING_STUDENT' && item.status !== 'DORMANT') return undefined;
  const resumed = changeCaseStatus(item, 'RESUME', now);
  if (resumed.ok) await cases.save(resumed.value);
  return endWait({ deadlines, jobs }, item.id, now);
}

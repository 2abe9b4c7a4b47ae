import { err, illegalTransition, notAllowed, notFound, ok, toId, type Actor } from '@guildhall/kernel';
import { asSeenByStudent, caseLifecycle, checkText, type CaseId, type CaseMessage } from '../../case/case.js';
import { settleConversation } from '../../case/use-cases/post-case-message.js';
import { casePlaces } from '../../case/place.js';
import type { Deps } from '../../deps.js';
import { sealedRequest, type KeyedInput } from '../../sealing/sealed-request.js';
import { viewerOf } from '../../sealing/viewer.js';
import { representativePolicy } from '../representative.policy.js';

/** What a representative writes. */
export type PostAsRepresentative = KeyedInput & { readonly caseId: CaseId; readonly body: string };

/** Writes to the case worker for a student who consented to it; both sides see who wrote. */
export function postAsRepresentative(deps: Deps, actor: Actor, input: PostAsRepresentative) {
  const { idempotentTransaction, clock, ids, vault } = deps;
  const viewer = viewerOf(actor, vault);
  return idempotentTransaction(
    sealedRequest(vault, viewer, 'postAsRepresentative', input),
    ({ representatives }, id) => representatives.findMessage(viewer, { id: toId(id), now: clock.now() }),
    async (unit) => {
      const { cases, inbox, representatives, sealedTexts } = unit;
      const now = clock.now();
      const found = await representatives.findCase(viewer, input.caseId, now);
      if (found === undefined) return err(notFound('Case'));
      const { item, consent } = found;
      if (!representativePolicy.canWrite(consent)) return err(notAllowed('POST_MESSAGE', 'Case'));
      if (!caseLifecycle.can('POST_MESSAGE', item, now))
        return err(illegalTransition('POST_MESSAGE', asSeenByStudent(item).status));
      const body = checkText('body', input.body);
      if (!body.ok) return body;
      const message: CaseMessage = { id: ids.ordered(), caseId: item.id, author: 'REPRESENTATIVE', sentAt: now };
      await cases.addMessage(message);
      await sealedTexts.write({ caseId: item.id, place: casePlaces.message(message.id), layer: 'CASE' }, body.value);
      const what = { reason: 'MESSAGE', sourceId: message.id } as const;
      await inbox.tellStudent({ ...item, caseId: item.id }, what);
      await inbox.tellWorker({ ...item, caseId: item.id }, what);
      await settleConversation(unit, item, { author: 'REPRESENTATIVE', now });
      return ok(message);
    },
  );
}

import { checkDeclared, uploadMs, type DeclaredFile } from '@guildhall/files/declared';
import { err, illegalTransition, limitReached, notAllowed, notFound, ok, toId, type Actor } from '@guildhall/kernel';
import { asSeenByStudent, caseLifecycle, type Case, type CaseId } from '../../case/case.js';
import { casePolicy } from '../../case/case.policy.js';
import type { Deps } from '../../deps.js';
import { sealedRequest, type KeyedInput } from '../../sealing/sealed-request.js';
import { isOnTeam, isStudentOf, viewerOf, type CaseViewer } from '../../sealing/viewer.js';
import {
  attachmentPlaces,
  attachmentAdvice,
  attachmentsMax,
  contentTypes,
  type Attachment,
  type AttachmentLayer,
} from '../attachment.js';

/** What is about to be sent, to which case, and who may read it there. */
export type PrepareAttachment = KeyedInput &
  DeclaredFile & { readonly caseId: CaseId; readonly layer: AttachmentLayer };

/** Makes room for a file: what it is called and how large it is to be. The bytes come to the door afterwards, once. */
export function prepareAttachment(deps: Deps, actor: Actor, input: PrepareAttachment) {
  const { idempotentTransaction, clock, ids, vault, files } = deps;
  const viewer = viewerOf(actor, vault);
  return idempotentTransaction(
    sealedRequest(vault, viewer, 'prepareAttachment', input),
    async ({ attachments }, id) => (await attachments.findSigned(toId(id)))?.attachment ?? null,
    async ({ cases, attachments, sealedTexts }) => {
      const now = clock.now();
      const item = await cases.findVisible(viewer, input.caseId);
      if (item === null) return err(notFound('Case'));
      if (files === undefined || !mayAttach(viewer, item, input.layer)) return err(notAllowed('ATTACH', 'Case'));
      if (!caseLifecycle.can('POST_MESSAGE', item, now))
        return err(illegalTransition('ATTACH', asSeenByStudent(item).status));
      const declared = checkDeclared(input, { bytesMax: files.bytesMax, contentTypes, advice: attachmentAdvice });
      if (!declared.ok) return declared;
      if ((await attachments.countOf(item.id, now)) >= attachmentsMax)
        return err(limitReached(`A case has at most ${attachmentsMax} attachments.`, attachmentsMax));
      const attachment: Attachment = {
        id: ids.random(),
        caseId: item.id,
        sender: isStudentOf(viewer, item) ? 'STUDENT' : 'CASE_WORKER',
        layer: input.layer,
        status: 'AWAITED',
        contentType: declared.value.contentType,
        size: declared.value.size,
        scan: undefined,
        preparedAt: now,
        expiresAt: new Date(now.getTime() + uploadMs),
        storedAt: undefined,
        version: 1,
      };
      await attachments.add(attachment);
      const place = attachmentPlaces.name(attachment.id);
      await sealedTexts.write({ caseId: item.id, place, layer: input.layer }, declared.value.name);
      return ok(attachment);
    },
  );
}

/** Whoever may write in the conversation may send a file to it; those who work on the case may also keep one inside. */
function mayAttach(viewer: CaseViewer, item: Case, layer: AttachmentLayer): boolean {
  return layer === 'CASE' ? casePolicy.can(viewer, 'POST_MESSAGE', item) : isOnTeam(viewer, item);
}

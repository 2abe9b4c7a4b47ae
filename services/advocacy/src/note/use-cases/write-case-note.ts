import { err, illegalTransition, notAllowed, notFound, ok, toId, type Actor } from '@guildhall/kernel';
import { caseLifecycle, checkText, type CaseId } from '../../case/case.js';
import { casePolicy } from '../../case/case.policy.js';
import type { Deps } from '../../deps.js';
import { sealedRequest, type KeyedInput } from '../../sealing/sealed-request.js';
import { activeWorker, viewerOf } from '../../sealing/viewer.js';
import { notePlace, type CaseNote, type NoteLayer } from '../note.js';

/** What somebody who works on a case notes down, and for whom. */
export type WriteCaseNote = KeyedInput & {
  readonly caseId: CaseId;
  readonly layer: NoteLayer;
  readonly body: string;
};

/** Keeps a note with a case, sealed for those who work on it or for its author alone. */
export function writeCaseNote({ idempotentTransaction, clock, ids, vault }: Deps, actor: Actor, input: WriteCaseNote) {
  const viewer = viewerOf(actor, vault);
  return idempotentTransaction(
    sealedRequest(vault, viewer, 'writeCaseNote', input),
    ({ notes }, id) => notes.findVisible(viewer, toId(id)),
    async ({ cases, notes, sealedTexts }) => {
      const now = clock.now();
      const item = await cases.findVisible(viewer, input.caseId);
      if (item === null) return err(notFound('Case'));
      const author = activeWorker(viewer);
      if (author === undefined || !casePolicy.can(viewer, 'WRITE_NOTE', item))
        return err(notAllowed('WRITE_NOTE', 'Case'));
      if (!caseLifecycle.can('WRITE_NOTE', item, now)) return err(illegalTransition('WRITE_NOTE', item.status));
      const body = checkText('body', input.body);
      if (!body.ok) return body;
      const note: CaseNote = { id: ids.ordered(), caseId: item.id, layer: input.layer, author, writtenAt: now };
      await notes.add(note);
      const place = { caseId: item.id, place: notePlace(note.id) };
      await sealedTexts.write({ ...place, layer: note.layer, ...(note.layer === 'PRIVATE' && { author }) }, body.value);
      return ok(note);
    },
  );
}

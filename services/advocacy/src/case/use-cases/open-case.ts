import { err, notAllowed, ok, toId, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { intakeDeadlines } from '../../deadline/deadline.js';
import { sealedRequest, type KeyedInput } from '../../sealing/sealed-request.js';
import { viewerOf } from '../../sealing/viewer.js';
import { checkIntake, openCase as open, type Intake } from '../case.js';
import { casePolicy } from '../case.policy.js';
import { casePlaces } from '../place.js';

/** Opens the viewer's own case. Names are kept sealed, and as blind indexes for the conflict check. */
export function openCase({ idempotentTransaction, clock, ids, vault }: Deps, actor: Actor, input: Intake & KeyedInput) {
  const viewer = viewerOf(actor, vault);
  return idempotentTransaction(
    sealedRequest(vault, viewer, 'openCase', input),
    ({ cases }, id) => cases.findVisible(viewer, toId(id)),
    async ({ cases, deadlines, sealedTexts }) => {
      const now = clock.now();
      const student = viewer.self;
      if (student === undefined || !casePolicy.canOpen(viewer)) return err(notAllowed('OPEN', 'Case'));
      const intake = checkIntake(input);
      if (!intake.ok) return intake;
      const { matter, narrative, contactName, otherParties } = intake.value;
      const id = ids.random<'Case'>();
      const parties = [
        { side: 'STUDENT' as const, nameIndex: vault.nameIndex(contactName) },
        ...otherParties.map((name) => ({ side: 'OTHER' as const, nameIndex: vault.nameIndex(name) })),
      ];
      const opened = await cases.add(open(id, { student, matter, key: vault.newKey(id), now }), parties);
      await sealedTexts.write({ caseId: id, place: casePlaces.narrative, layer: 'CASE' }, narrative);
      await sealedTexts.write({ caseId: id, place: casePlaces.contactName, layer: 'CASE' }, contactName);
      await sealedTexts.write(
        { caseId: id, place: casePlaces.otherParties, layer: 'CASE' },
        JSON.stringify(otherParties),
      );
      await deadlines.add(
        intakeDeadlines(id, await deadlines.ruleAt(now), { now, nextId: () => ids.random<'Deadline'>() }),
      );
      return ok(opened);
    },
  );
}

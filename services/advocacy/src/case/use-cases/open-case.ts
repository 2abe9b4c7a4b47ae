import { err, notAllowed, ok, toId, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { sealedRequest, type KeyedInput } from '../../sealing/sealed-request.js';
import { viewerOf } from '../../sealing/viewer.js';
import { checkIntake, type Intake } from '../intake.js';
import { casePolicy } from '../case.policy.js';
import { fileCase } from './file-case.js';

/** Opens the viewer's own case. Names are kept sealed, and as blind indexes for the conflict check. */
export function openCase(deps: Deps, actor: Actor, input: Intake & KeyedInput) {
  const { idempotentTransaction, clock, vault } = deps;
  const viewer = viewerOf(actor, vault);
  return idempotentTransaction(
    sealedRequest(vault, viewer, 'openCase', input),
    ({ cases }, id) => cases.findVisible(viewer, toId(id)),
    async (unit) => {
      const student = viewer.self;
      if (student === undefined || !casePolicy.canOpen(viewer)) return err(notAllowed('OPEN', 'Case'));
      const intake = checkIntake(input);
      if (!intake.ok) return intake;
      return ok(await fileCase(unit, deps, { intake: intake.value, filing: { student, now: clock.now() } }));
    },
  );
}

import { actorKey, err, illegalTransition, notAllowed, notFound, ok, toId, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import { caseLifecycle, type Case, type CaseId } from '../../case/case.js';
import { casePolicy } from '../../case/case.policy.js';
import type { Deps, Repositories } from '../../deps.js';
import { sealedRequest, type KeyedInput } from '../../sealing/sealed-request.js';
import { viewerOf } from '../../sealing/viewer.js';
import { checkStep, stepPlace, type Proposed, type SafeguardingStep, type StepId } from '../safeguarding.js';
import type { StepFile } from '../safeguarding.policy.js';

/** Which step outside without consent somebody proposes in which case. */
export type ProposeSafeguardingStep = KeyedInput & Proposed & { readonly caseId: CaseId };

/** Proposes a step without consent on a listed ground, with a reason; a second person is asked to confirm it, and the case comes first in the queue. */
export function proposeSafeguardingStep(
  { idempotentTransaction, clock, ids, vault }: Deps,
  actor: Actor,
  input: ProposeSafeguardingStep,
) {
  const viewer = viewerOf(actor, vault);
  return idempotentTransaction(
    sealedRequest(vault, viewer, 'proposeSafeguardingStep', input),
    async ({ safeguarding }, id) => {
      const file = await safeguarding.findVisible(viewer, toId(id));
      return file === null ? null : { ...file, id: file.step.id };
    },
    async (unit) => {
      const now = clock.now();
      const item = await unit.cases.findVisible(viewer, input.caseId);
      if (item === null) return err(notFound('Case'));
      if (!casePolicy.can(viewer, 'PROPOSE_STEP', item)) return err(notAllowed('PROPOSE_STEP', 'Case'));
      if (!caseLifecycle.can('PROPOSE_STEP', item, now)) return err(illegalTransition('PROPOSE_STEP', item.status));
      const rule = await unit.safeguarding.ruleAt(now);
      const checked = checkStep(input, rule, now);
      if (!checked.ok) return checked;
      const { ground, recipient, reason, tellLater } = checked.value;
      const step: SafeguardingStep = {
        id: ids.random(),
        caseId: item.id,
        ruleVersion: rule.version,
        ground,
        recipient,
        status: 'PROPOSED',
        proposedBy: actorKey(actor),
        proposedAt: now,
        decidedBy: undefined,
        decidedAt: undefined,
        takenAt: undefined,
        tellLaterGround: tellLater?.ground,
        tellBy: tellLater?.by,
        toldAt: undefined,
        version: 1,
      };
      await unit.safeguarding.add(step);
      const place = { caseId: item.id, place: stepPlace(step.id) };
      await unit.sealedTexts.write({ ...place, layer: 'SAFEGUARDING' }, reason);
      const flagged = item.flaggedAt === undefined ? await unit.cases.save({ ...item, flaggedAt: now }) : item;
      await askSecondPerson(unit, flagged, step);
      const file: StepFile & { readonly id: StepId } = { step, sides: flagged, id: step.id };
      return ok(file);
    },
  );
}

async function askSecondPerson(
  { assignments, inbox }: Unit<Repositories>,
  item: Case,
  { id: sourceId, proposedBy, proposedAt }: SafeguardingStep,
): Promise<void> {
  const { id: caseId, assignee, secondWorker } = item;
  const asked = new Set([assignee, secondWorker, ...(await assignments.listManagers(item, proposedAt))]);
  for (const subject of asked) {
    if (subject === undefined || subject === proposedBy) continue;
    await inbox.tell({ to: { kind: 'STAFF', subject }, reason: 'SECOND_PERSON_WANTED', caseId, sourceId });
  }
}

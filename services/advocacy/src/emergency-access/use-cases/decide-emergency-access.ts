import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import {
  decideEmergencyAccess as decide,
  toldFrom,
  type EmergencyAccess,
  type EmergencyAccessId,
} from '../emergency-access.js';
import { emergencyPolicy, emergencyTellingTask } from '../emergency-access.policy.js';

/** What the second person decides. */
export type DecideEmergencyAccess = {
  readonly accessId: EmergencyAccessId;
  readonly action: 'GRANT' | 'REFUSE';
};

/** The second person's decision. With a grant the case worker is told, and the student at once or at the stated date. */
export function decideEmergencyAccess(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { accessId, action }: DecideEmergencyAccess,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async (unit) => {
    const now = clock.now();
    const person = await unit.emergencies.viewerOf(viewer, now);
    const access = await unit.emergencies.findVisible(person, accessId);
    if (access === null) return err(notFound('EmergencyAccess'));
    if (!emergencyPolicy.can(person, action, access) || actor.kind !== 'person')
      return err(notAllowed(action, 'EmergencyAccess'));
    const decided = decide(access, action, { decidedBy: actor.subject, now });
    if (!decided.ok) return decided;
    const saved = await unit.emergencies.save(decided.value);
    const told = { reason: 'BREAK_GLASS', sourceId: saved.id } as const;
    await unit.inbox.tell({ ...told, to: { kind: 'STAFF', subject: saved.askedBy } });
    if (action === 'GRANT') await tellSides(unit, saved, now);
    return ok(saved);
  });
}

async function tellSides(unit: Unit<Repositories>, access: EmergencyAccess, now: Date): Promise<void> {
  const { id, caseId } = access;
  const sides = { ...(await unit.emergencies.sidesOf(access)), caseId };
  const told = { reason: 'BREAK_GLASS', sourceId: id } as const;
  await unit.inbox.tellWorker(sides, told);
  const at = toldFrom(access) ?? now;
  if (at <= now) await unit.inbox.tellStudent(sides, told);
  else
    await unit.jobs.enqueue(
      emergencyTellingTask,
      { accessId: id },
      { runAt: at, key: `${emergencyTellingTask}:${id}` },
    );
}

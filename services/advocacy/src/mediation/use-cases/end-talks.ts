import { systemActor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import { changeCaseStatus } from '../../case/case.js';
import { casePolicy, settlingTask } from '../../case/case.policy.js';
import type { Repositories } from '../../deps.js';
import type { Mediation, MediationFile } from '../mediation.js';
import { invitationEndTask } from '../mediation-scope.js';
import { tellSides } from './tell-sides.js';

/**
 * Keeps a mediation whose talks ended just now, in whatever way: every room is destroyed, paused clocks run on, and the
 * sides are told the same thing. Unless they agreed, names and signatures go too.
 */
export async function endTalks(unit: Unit<Repositories>, file: MediationFile, now: Date): Promise<Mediation> {
  const { mediation } = file;
  const hasAgreed = mediation.status === 'AGREEMENT';
  const gone = ['REQUEST', 'JOINT', 'CAUCUS', 'MEDIATOR'] as const;
  await unit.mediationTexts.destroyLayers(mediation.id, hasAgreed ? gone : ['FILE', ...gone], now);
  await unit.mediationRooms.deleteSessions(mediation.id);
  await unit.mediationSides.forgetSides(mediation.id, { keepsSignatures: hasAgreed });
  await unit.jobs.cancel(`${invitationEndTask}:${mediation.id}`);
  if (mediation.agreedAt !== undefined) await resumeCase(unit, mediation, now);
  const saved = await unit.mediations.save(mediation);
  await tellSides(unit, { ...file, mediation: saved });
  return saved;
}

/** The agreement that every side signed pauses the formal clocks of the case; the work on it waits. */
export async function pauseCase(
  { cases, deadlines }: Unit<Repositories>,
  { id, caseId }: Mediation,
  now: Date,
): Promise<void> {
  if (caseId === undefined) return;
  await deadlines.pause(caseId, { from: now, basis: 'WRITTEN_AGREEMENT', reference: id });
  await settle(cases, { caseId, action: 'START_MEDIATION', now });
}

async function resumeCase({ cases, deadlines }: Unit<Repositories>, { caseId }: Mediation, now: Date): Promise<void> {
  if (caseId === undefined) return;
  await deadlines.resume(caseId, 'WRITTEN_AGREEMENT', now);
  await settle(cases, { caseId, action: 'END_MEDIATION', now });
}

/** A case that waits for somebody else, or is over, stays as it is: only its clocks follow the mediation. */
async function settle(
  cases: Repositories['cases'],
  step: {
    readonly caseId: NonNullable<Mediation['caseId']>;
    readonly action: 'START_MEDIATION' | 'END_MEDIATION';
    readonly now: Date;
  },
): Promise<void> {
  const platform = { actor: systemActor(settlingTask), self: undefined };
  const item = await cases.findVisible(platform, step.caseId);
  if (item === null || !casePolicy.can(platform, step.action, item)) return;
  const settled = changeCaseStatus(item, step.action, step.now);
  if (settled.ok) await cases.save(settled.value);
}

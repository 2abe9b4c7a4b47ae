import { err, illegalTransition, notAllowed, notFound, ok, systemActor, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { callOffPlanned, planSessions, type StudyUnit } from '../../study-session/use-cases/plan-sessions.js';
import { moveStudyGroup, studyGroupLifecycle, type StudyGroup, type StudyGroupId } from '../study-group.js';
import { studyGroupPolicy } from '../study-group.policy.js';

type Which = { readonly groupId: StudyGroupId };

function move(
  deps: Deps,
  actor: Actor,
  { groupId, action }: Which & { readonly action: 'PAUSE' | 'RESUME' | 'ARCHIVE' },
) {
  return deps.transaction(async (unit) => {
    const facts = await unit.studyFacts.findLocked(actor, groupId);
    if (facts === null) return err(notFound('StudyGroup'));
    if (!studyGroupPolicy.can(actor, action, facts)) return err(notAllowed(action, 'StudyGroup'));
    const moved = moveStudyGroup(facts, action, deps.clock.now());
    if (!moved.ok) return moved;
    const saved = await unit.studyGroups.save(moved.value);
    if (action === 'RESUME') return ok(await planSessions(unit, deps, saved));
    await callOffPlanned(unit, saved);
    return ok(saved);
  });
}

/** Lets a study group rest; what was planned is called off. */
export function pauseStudyGroup(deps: Deps, actor: Actor, which: Which) {
  return move(deps, actor, { ...which, action: 'PAUSE' });
}

/** Lets a study group go on, planned anew from now. */
export function resumeStudyGroup(deps: Deps, actor: Actor, which: Which) {
  return move(deps, actor, { ...which, action: 'RESUME' });
}

/** Ends a study group before its last day. */
export function archiveStudyGroup(deps: Deps, actor: Actor, which: Which) {
  return move(deps, actor, { ...which, action: 'ARCHIVE' });
}

/** Ends a study group inside the caller's transaction and under its lock; one that has ended stays as it is. */
export async function endStudyGroupIn(unit: StudyUnit, group: StudyGroup): Promise<StudyGroup> {
  if (group.status === 'ARCHIVED') return group;
  const ended = await unit.studyGroups.save({ ...group, status: 'ARCHIVED', plannedUntil: undefined });
  await callOffPlanned(unit, ended);
  return ended;
}

/** Ends a study group, as the platform, once its last day is over; a last day that was put off is waited for. */
export function endStudyGroup({ transaction, clock }: Deps, { groupId }: Which) {
  const actor = systemActor('end-study-group');
  return transaction(async (unit) => {
    const now = clock.now();
    const facts = await unit.studyFacts.findLocked(actor, groupId);
    if (facts === null) return err(notFound('StudyGroup'));
    if (!studyGroupLifecycle.can('ARCHIVE', facts, now)) return ok(facts.group);
    if (facts.group.endsAt > now) return err(illegalTransition('ARCHIVE', facts.group.status));
    return ok(await endStudyGroupIn(unit, facts.group));
  });
}

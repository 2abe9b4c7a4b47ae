import { actorKey, err, FieldChecks, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { skillPolicy } from '../skill.policy.js';
import { moveSkillVersion, type SkillVersionAction, type SkillVersionId } from '../skill.js';

/** Which version of a skill. */
export type DecideSkillVersion = { readonly versionId: SkillVersionId };

/** Which version is refused, and why. */
export type DeclineSkillVersion = DecideSkillVersion & { readonly reason: string };

type SkillUnit = Pick<Unit<Repositories>, 'skills'>;
type Decision = DecideSkillVersion & { readonly action: SkillVersionAction; readonly reason?: string };

/** Makes a proposed version the one that holds, in place of the one before. Nobody confirms what they proposed. */
export function confirmSkillVersion({ transaction, clock }: Deps, actor: Actor, { versionId }: DecideSkillVersion) {
  return transaction(async (unit) => {
    const confirmed = await decide(unit, actor, { versionId, action: 'CONFIRM', at: clock.now() });
    if (!confirmed.ok) return confirmed;
    const versions = await unit.skills.listVersionsLocked(confirmed.value.skillId);
    const before = versions.find(({ status }) => status === 'CURRENT');
    if (before !== undefined) {
      const replaced = moveSkillVersion(before, 'REPLACE', { by: '', at: clock.now(), reason: undefined });
      if (!replaced.ok) return replaced;
      await unit.skills.save(replaced.value);
    }
    return ok(await unit.skills.save(confirmed.value));
  });
}

/** Refuses a proposed version. */
export function declineSkillVersion(
  { transaction, clock }: Deps,
  actor: Actor,
  { versionId, reason }: DeclineSkillVersion,
) {
  return transaction(async (unit) => {
    const at = clock.now();
    const declined = await decide(unit, actor, { versionId, action: 'DECLINE', reason: reason.trim(), at });
    if (!declined.ok) return declined;
    const checked = new FieldChecks().text('reason', reason, { min: 3, max: 500 }).finish(declined.value);
    return checked.ok ? ok(await unit.skills.save(checked.value)) : checked;
  });
}

/** Takes back what the viewer proposed. */
export function withdrawSkillVersion({ transaction, clock }: Deps, actor: Actor, { versionId }: DecideSkillVersion) {
  return transaction(async (unit) => {
    const withdrawn = await decide(unit, actor, { versionId, action: 'WITHDRAW', at: clock.now() });
    return withdrawn.ok ? ok(await unit.skills.save(withdrawn.value)) : withdrawn;
  });
}

async function decide(
  { skills }: SkillUnit,
  actor: Actor,
  { versionId, action, reason, at }: Decision & { readonly at: Date },
) {
  const version = await skills.findVersionLocked(actor, versionId);
  if (version === null) return err(notFound('SkillVersion'));
  if (!skillPolicy.can(actor, action, version)) return err(notAllowed(action, 'SkillVersion'));
  return moveSkillVersion(version, action, { by: actorKey(actor), at, reason });
}

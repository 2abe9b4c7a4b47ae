import { actorKey, conflict, err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import type { PathId } from '../../path/path.js';
import { checkSkill } from '../skill-draft.js';
import { skillPolicy } from '../skill.policy.js';
import type { SkillContent, SkillId, SkillVersion } from '../skill.js';

/** A skill that there was not. */
export type ProposeSkill = { readonly slug: string; readonly content: SkillContent };

/** Other words or rules for a skill, or its end. */
export type ProposeSkillChange = {
  readonly skillId: SkillId;
  readonly content: SkillContent;
  readonly isRetired: boolean;
};

/** Proposes a new skill; it is shown once somebody else confirmed it. */
export function proposeSkill({ transaction, clock, ids }: Deps, actor: Actor, { slug, content }: ProposeSkill) {
  return transaction(async (unit) => {
    if (!skillPolicy.canPropose(actor)) return err(notAllowed('PROPOSE', 'Skill'));
    const checked = checkSkill(content, await knownPaths(unit, actor, content), slug);
    if (!checked.ok) return checked;
    const skillId = ids.ordered<'Skill'>();
    if (!(await unit.skills.addUnlessSlugTaken(skillId, slug)))
      return err(conflict('A skill of this slug exists already. Choose another slug.'));
    const place = { id: ids.ordered<'SkillVersion'>(), skillId, slug, number: 1, isRetired: false };
    return ok(await unit.skills.add(proposed(checked.value, place, { by: actorKey(actor), at: clock.now() })));
  });
}

/** Proposes a change to a skill; what holds goes on holding until somebody else confirmed it. One waits at a time. */
export function proposeSkillChange(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { skillId, content, isRetired }: ProposeSkillChange,
) {
  return transaction(async (unit) => {
    const versions = await unit.skills.listVersionsLocked(skillId);
    const [newest] = versions;
    const isKnown = skillPolicy.canSeeProposals(actor) || versions.some(({ status }) => status === 'CURRENT');
    if (newest === undefined || !isKnown) return err(notFound('Skill'));
    if (!skillPolicy.canPropose(actor)) return err(notAllowed('PROPOSE', 'Skill'));
    if (newest.status === 'PROPOSED') return err(illegalTransition('PROPOSE', 'PROPOSED'));
    const checked = checkSkill(content, await knownPaths(unit, actor, content));
    if (!checked.ok) return checked;
    const { slug, number } = newest;
    const place = { id: ids.ordered<'SkillVersion'>(), skillId, slug, number: number + 1, isRetired };
    return ok(await unit.skills.add(proposed(checked.value, place, { by: actorKey(actor), at: clock.now() })));
  });
}

function proposed(
  content: SkillContent,
  place: Pick<SkillVersion, 'id' | 'skillId' | 'slug' | 'number' | 'isRetired'>,
  { by, at }: { readonly by: string; readonly at: Date },
): SkillVersion {
  return {
    ...content,
    ...place,
    status: 'PROPOSED',
    proposedBy: by,
    proposedAt: at,
    decidedBy: undefined,
    decidedAt: undefined,
    reason: undefined,
  };
}

async function knownPaths(
  { paths }: Pick<Unit<Repositories>, 'paths'>,
  actor: Actor,
  { rules }: SkillContent,
): Promise<ReadonlySet<PathId>> {
  const named = rules.flatMap(({ pathId }) => (pathId === undefined ? [] : [pathId]));
  return new Set((await paths.listVisible(actor, named)).map(({ id }) => id));
}

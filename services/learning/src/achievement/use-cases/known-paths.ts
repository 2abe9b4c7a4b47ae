import { err, toId, validationError, type Actor, type Result, type ValidationError } from '@guildhall/kernel';
import type { Repositories } from '../../deps.js';
import type { AchievementDraft } from '../achievement.js';
import { achievementPolicy } from '../achievement.policy.js';

/** The checked draft, unless one of its criteria names a path that its author cannot see. */
export async function withKnownPaths(
  { paths }: Pick<Repositories, 'paths'>,
  actor: Actor,
  checked: Result<AchievementDraft, ValidationError>,
): Promise<Result<AchievementDraft, ValidationError>> {
  if (!checked.ok) return checked;
  const named = checked.value.criteria.flatMap(({ pathId }) => (pathId === undefined ? [] : [pathId]));
  if (named.length === 0) return checked;
  const mayLook = achievementPolicy.canDraft(actor);
  const found = mayLook ? await paths.listVisible(actor, named.map(toId<'LearningPath'>)) : [];
  const known = new Set<string>(found.map(({ id }) => id));
  const problems = checked.value.criteria.flatMap(({ pathId }, index) =>
    pathId === undefined || known.has(pathId)
      ? []
      : [{ path: `criteria.${index}.pathId`, rule: 'UNKNOWN' as const, message: 'There is no such path.' }],
  );
  return problems.length === 0 ? checked : err(validationError(problems));
}

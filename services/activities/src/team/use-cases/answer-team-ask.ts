import { ok, type Actor } from '@guildhall/kernel';
import { announceTeam } from '../../activity/use-cases/announce-team.js';
import type { Deps } from '../../deps.js';
import { openPlace } from './open-place.js';
import { answerAsk, type TeamPlaceId } from '../team.js';

type Input = { readonly placeId: TeamPlaceId };

function answer(
  { transaction, clock }: Deps,
  actor: Actor,
  { placeId, action }: Input & { readonly action: 'ACCEPT' | 'DECLINE' },
) {
  return transaction(async (unit) => {
    const opened = await openPlace(unit, actor, { placeId, action });
    if (!opened.ok) return opened;
    const now = clock.now();
    const answered = answerAsk(opened.value, action, now);
    if (!answered.ok) return answered;
    const saved = await unit.teams.save(answered.value);
    if (action === 'ACCEPT') await announceTeam(unit, saved.activityId, now);
    return ok(saved);
  });
}

/** Says yes to being on a team; the member alone can. */
export const acceptTeamPlace = (deps: Deps, actor: Actor, { placeId }: Input) =>
  answer(deps, actor, { placeId, action: 'ACCEPT' });

/** Says no to being on a team, without a reason. */
export const declineTeamPlace = (deps: Deps, actor: Actor, { placeId }: Input) =>
  answer(deps, actor, { placeId, action: 'DECLINE' });

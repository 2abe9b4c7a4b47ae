import { ok, type Actor } from '@guildhall/kernel';
import { announceTeam } from '../../activity/use-cases/announce-team.js';
import type { Deps } from '../../deps.js';
import { openPlace } from './open-place.js';
import { endPlace, type TeamPlaceId } from '../team.js';

type Input = { readonly placeId: TeamPlaceId; readonly reason: string };

/** Ends a place. What it held stays planned and has nobody: open tasks and items of the run sheet wait for another. */
function end(
  { transaction, clock }: Deps,
  actor: Actor,
  { placeId, reason, action }: Input & { readonly action: 'LEAVE' | 'REMOVE' },
) {
  return transaction(async (unit) => {
    const opened = await openPlace(unit, actor, { placeId, action });
    if (!opened.ok) return opened;
    const now = clock.now();
    const ended = endPlace(opened.value, action, { reason, now });
    if (!ended.ok) return ended;
    const { activityId, memberId } = ended.value;
    await unit.tasks.freeOwned(activityId, memberId);
    await unit.runItems.freeHeld(activityId, memberId);
    const saved = await unit.teams.save(ended.value);
    if (opened.value.place.status === 'ON_TEAM') await announceTeam(unit, activityId, now);
    return ok(saved);
  });
}

/** Leaves a team with the reason; the last lead cannot. */
export const leaveTeam = (deps: Deps, actor: Actor, input: Input) => end(deps, actor, { ...input, action: 'LEAVE' });

/** Takes somebody off a team, or takes back that they were asked, with the reason. */
export const removeFromTeam = (deps: Deps, actor: Actor, input: Input) =>
  end(deps, actor, { ...input, action: 'REMOVE' });

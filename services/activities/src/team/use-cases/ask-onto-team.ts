import { conflict, err, illegalTransition, limitReached, notFound, ok, type Actor } from '@guildhall/kernel';
import type { ActivityId, TeamRole } from '../../activity/activity.js';
import type { Deps } from '../../deps.js';
import type { MemberId } from '../../references/member.js';
import { openOrganising } from './open-organising.js';
import { currentTeamRules } from '../team-rules.js';
import { askOntoTeam as ask, takesTeam } from '../team.js';

/** Who is asked to do what. */
export type AskOntoTeam = { readonly activityId: ActivityId; readonly memberId: MemberId; readonly role: TeamRole };

/** Asks a member onto the team; they are on it once they say yes themselves. */
export function askOntoTeam({ transaction, clock, ids }: Deps, actor: Actor, input: AskOntoTeam) {
  return transaction(async (unit) => {
    const { activityId, memberId, role } = input;
    const opened = await openOrganising(unit, actor, { activityId, action: 'ASK_ONTO_TEAM', kind: 'Activity' });
    if (!opened.ok) return opened;
    if (!takesTeam(opened.value)) return err(illegalTransition('ASK_ONTO_TEAM', opened.value.status));
    if (!(await unit.teams.isActiveMember(memberId))) return err(notFound('Member'));
    const live = await unit.teams.listLive(actor, [activityId]);
    if (live.some((place) => place.memberId === memberId))
      return err(conflict('They are on the team or asked already.'));
    const { teamMax } = currentTeamRules;
    if (live.length >= teamMax) return err(limitReached('This team is full.', teamMax));
    return ok(await unit.teams.add(ask({ id: ids.ordered(), activityId, memberId, role }, clock.now())));
  });
}

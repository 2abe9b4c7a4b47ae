import {
  actorKey,
  conflict,
  err,
  FieldChecks,
  notAllowed,
  notFound,
  ok,
  type Actor,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { Group } from '../../group/group.js';
import { electionPolicy } from '../election.policy.js';
import { checkSecondTrustee, planElection as plan, type ElectionDraft } from '../plan.js';

/** Plans an election; nobody but who runs elections sees it before it is announced. */
export function planElection(
  { transaction, clock, ids, campusZone }: Deps,
  actor: Actor,
  input: Omit<ElectionDraft, 'fillsId'>,
) {
  return transaction(async (unit) => {
    const now = clock.now();
    if (!electionPolicy.canPlan(actor)) return err(notAllowed('PLAN', 'Election'));
    const group = input.groupId === undefined ? undefined : await unit.groups.findVisible(actor, input.groupId);
    if (group === null) return err(notFound('Group'));
    const elects = checkGroup(group);
    if (!elects.ok) return elects;
    const made = {
      id: ids.ordered<'Election'>(),
      returningOfficer: actorKey(actor),
      seed: `${ids.random()}${ids.random()}`,
    };
    const planned = plan({ ...input, fillsId: undefined }, made, { now, campusZone });
    if (!planned.ok) return planned;
    const trustee = checkSecondTrustee(await unit.elections.canHoldSecondKey(planned.value.secondTrustee, now));
    if (!trustee.ok) return trustee;
    if (await unit.elections.isTitleTaken(planned.value.title, planned.value.id)) return err(titleTaken);
    return ok(await unit.elections.add(planned.value));
  });
}

/** Another election that is not over has the name. */
export const titleTaken = conflict('Another election that is not over has this name.');

function checkGroup(group: Group | undefined): Result<unknown, ValidationError> {
  const isFounded = group === undefined || (group.status !== 'PROPOSED' && group.status !== 'DISSOLVED');
  return new FieldChecks()
    .that(isFounded, 'groupId', 'CONTRADICTION', 'Groups that are not founded or dissolved elect nobody.')
    .finish(group);
}

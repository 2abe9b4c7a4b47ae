import {
  err,
  illegalTransition,
  limitReached,
  memberOf,
  notAllowed,
  notFound,
  ok,
  validationError,
  type Actor,
} from '@guildhall/kernel';
import type { Activity, ActivityId } from '../../activity/activity.js';
import { mainDoor } from '../../checkpoint/checkpoint.js';
import type { Deps } from '../../deps.js';
import type { MemberId } from '../../references/member.js';
import { checkIn as decideCheckIn, type Registration } from '../../registration/registration.js';
import { currentDoorRules } from '../door-rules.js';
import { scanPolicy } from '../scan.policy.js';
import { recordBatch } from './record-batch.js';

/** Which door, with the code shown there, and what the client calls this attempt. */
export type SelfCheckIn = { readonly activityId: ActivityId; readonly code: string; readonly nonce: string };

/**
 * Checks oneself in with the code that the screen at the door shows. Each attempt is counted and committed before the
 * code is looked at, so that a wrong one costs a guess whatever happens afterwards.
 */
export async function selfCheckIn(deps: Deps, actor: Actor, { activityId, code, nonce }: SelfCheckIn) {
  const memberId = memberOf(actor);
  const found = await readPlace(deps, actor, activityId);
  if (!found.ok) return found;
  if (memberId === undefined || deps.doorKeys === undefined) return err(notAllowed('CHECK_IN', 'Activity'));
  const { registration } = found.value;
  const decided = decideCheckIn(found.value, deps.clock.now());
  if (!decided.ok || decided.value === registration) return decided;
  const isWithin = await countGuess(deps, activityId, memberId);
  if (!isWithin.ok) return isWithin;
  if (!deps.doorKeys.isCode(activityId, code, deps.clock.now()))
    return err(
      validationError([{ path: 'code', rule: 'UNKNOWN', message: 'This is not the code that the door shows now.' }]),
    );
  return letIn(deps, actor, { activityId, memberId, nonce, registration });
}

/** The place of the one who asks, where people may check themselves in. */
function readPlace({ transaction }: Deps, actor: Actor, activityId: ActivityId) {
  return transaction(async ({ activities, checkpoints, registrations }) => {
    const activity = await activities.findVisible(actor, activityId);
    if (activity === null) return err(notFound('Activity'));
    const [door] = (await checkpoints.listOf([activityId])).get(activityId) ?? [];
    if (door?.isSelfService !== true) return err(notAllowed('CHECK_IN', 'Activity'));
    const [registration] = await registrations.listOwn(actor, [activityId]);
    const isOwn = registration !== undefined && scanPolicy.canCheckSelfIn(actor, registration);
    return isOwn ? ok({ activity, registration }) : err(notFound('Registration'));
  });
}

function countGuess({ transaction, clock }: Deps, activityId: ActivityId, memberId: MemberId) {
  const rules = currentDoorRules;
  return transaction(async ({ doorGuesses }) =>
    ok(await doorGuesses.count(activityId, memberId, { now: clock.now(), rules })),
  ).then((counted) => {
    if (!counted.ok || counted.value <= rules.guessesMax) return counted;
    const message = `A code can be tried ${rules.guessesMax} times in ${rules.guessMinutes} minutes. Ask at the door.`;
    return err(limitReached(message, rules.guessesMax));
  });
}

type Entry = {
  readonly activityId: ActivityId;
  readonly memberId: MemberId;
  readonly nonce: string;
  readonly registration: Registration;
};

function letIn({ transaction, clock, ids }: Deps, actor: Actor, { activityId, memberId, nonce, registration }: Entry) {
  return transaction(async (unit) => {
    const activity: Activity | null = await unit.activities.findVisibleLocked(actor, activityId);
    if (activity === null) return err(notFound('Activity'));
    const now = clock.now();
    const claim = {
      nonce,
      direction: 'IN',
      deviceTime: now,
      checkpointId: mainDoor(activityId).id,
      pass: undefined,
      registrationId: registration.id,
      method: 'CODE',
    } as const;
    const device = { id: memberId, label: undefined, sentAt: now };
    const [answer] = await recordBatch(
      unit,
      { now, ids, passes: undefined },
      { activity, device, recordedBy: memberId, claims: [claim] },
    );
    const isIn = answer?.outcome === 'CHECKED_IN' || answer?.outcome === 'ALREADY_IN';
    if (!isIn) return err(illegalTransition('CHECK_IN', answer?.outcome ?? registration.status));
    await unit.doorGuesses.forget(activityId, memberId);
    const saved = await unit.registrations.findVisible(actor, registration.id);
    return saved === null ? err(notFound('Registration')) : ok(saved);
  });
}

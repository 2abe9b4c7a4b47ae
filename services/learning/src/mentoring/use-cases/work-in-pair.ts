import {
  err,
  illegalTransition,
  limitReached,
  notAllowed,
  notFound,
  ok,
  type Actor,
  type Id,
  type IllegalTransitionError,
  type NotAllowedError,
  type NotFoundError,
  type Result,
} from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import {
  checkGoal,
  checkMeeting,
  mentorPairLifecycle,
  type MentorMeeting,
  type MentorPair,
  type MentorPairId,
} from '../mentor-pair.js';
import { mentorPairPolicy } from '../mentor-pair.policy.js';
import { currentMentorRules } from '../mentor-rules.js';

type Refused = NotFoundError | NotAllowedError | IllegalTransitionError;

async function readPair(
  unit: Unit<Repositories>,
  actor: Actor,
  {
    pairId,
    action,
    now,
  }: { readonly pairId: MentorPairId; readonly action: 'SET_GOALS' | 'NOTE_MEETINGS'; readonly now: Date },
): Promise<Result<MentorPair, Refused>> {
  const pair = await unit.mentorPairs.findLocked(actor, pairId, now);
  if (pair === null) return err(notFound('MentorPair'));
  if (!mentorPairPolicy.can(actor, action, pair)) return err(notAllowed(action, 'MentorPair'));
  return mentorPairLifecycle.can(action, pair, now) ? ok(pair) : err(illegalTransition(action, pair.status));
}

/** Writes down a goal the two agreed on. */
export function setMentorGoal(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { pairId, words }: { readonly pairId: MentorPairId; readonly words: string },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const pair = await readPair(unit, actor, { pairId, action: 'SET_GOALS', now });
    if (!pair.ok) return pair;
    const checked = checkGoal(words);
    if (!checked.ok) return checked;
    const { goalsMax } = currentMentorRules;
    if ((await unit.mentorWork.listGoals([pairId])).length >= goalsMax)
      return err(limitReached('There are as many goals as a pair can have. Drop one first.', goalsMax));
    await unit.mentorWork.addGoal({
      id: ids.ordered(),
      pairId,
      words: checked.value,
      addedAt: now,
      reachedAt: undefined,
    });
    return pair;
  });
}

type Goal = { readonly pairId: MentorPairId; readonly goalId: Id<'MentorGoal'> };

/** Marks a goal as reached or as open again. */
export function tickMentorGoal(
  { transaction, clock }: Deps,
  actor: Actor,
  { pairId, goalId, isReached }: Goal & { readonly isReached: boolean },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const pair = await readPair(unit, actor, { pairId, action: 'SET_GOALS', now });
    if (!pair.ok) return pair;
    return (await unit.mentorWork.markGoal(pairId, goalId, isReached ? now : undefined))
      ? pair
      : err(notFound('MentorGoal'));
  });
}

/** Takes a goal off the list. */
export function dropMentorGoal({ transaction, clock }: Deps, actor: Actor, { pairId, goalId }: Goal) {
  return transaction(async (unit) => {
    const pair = await readPair(unit, actor, { pairId, action: 'SET_GOALS', now: clock.now() });
    if (!pair.ok) return pair;
    return (await unit.mentorWork.dropGoal(pairId, goalId)) ? pair : err(notFound('MentorGoal'));
  });
}

/** Writes a meeting down, past or to come. */
export function noteMentorMeeting(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { pairId, ...meeting }: Pick<MentorMeeting, 'pairId' | 'startsAt' | 'minutes' | 'words'>,
) {
  return transaction(async (unit) => {
    const pair = await readPair(unit, actor, { pairId, action: 'NOTE_MEETINGS', now: clock.now() });
    if (!pair.ok) return pair;
    const checked = checkMeeting(meeting);
    if (!checked.ok) return checked;
    const { meetingsMax } = currentMentorRules;
    if ((await unit.mentorWork.listMeetings([pairId])).length >= meetingsMax)
      return err(limitReached('There are as many meetings as a list can hold. Drop one first.', meetingsMax));
    await unit.mentorWork.addMeeting({ ...checked.value, id: ids.ordered(), pairId });
    return pair;
  });
}

/** Takes a meeting off the list. */
export function dropMentorMeeting(
  { transaction, clock }: Deps,
  actor: Actor,
  { pairId, meetingId }: { readonly pairId: MentorPairId; readonly meetingId: Id<'MentorMeeting'> },
) {
  return transaction(async (unit) => {
    const pair = await readPair(unit, actor, { pairId, action: 'NOTE_MEETINGS', now: clock.now() });
    if (!pair.ok) return pair;
    return (await unit.mentorWork.dropMeeting(pairId, meetingId)) ? pair : err(notFound('MentorMeeting'));
  });
}

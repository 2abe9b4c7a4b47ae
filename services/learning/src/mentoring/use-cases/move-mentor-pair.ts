import {
  actorKey,
  err,
  limitReached,
  notAllowed,
  notFound,
  ok,
  systemActor,
  toId,
  type Actor,
  type LimitReachedError,
  type Result,
} from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { learningNotices } from '../../notice/learning-notice.js';
import { checkIdempotencyKey } from '../../study-group/study-key.js';
import {
  mentorPairLifecycle,
  moveMentorPair,
  type MentorPair,
  type MentorPairId,
  type MentorPairMove,
} from '../mentor-pair.js';
import { mentorPairPolicy } from '../mentor-pair.policy.js';
import type { MentorPlaces } from '../mentor-pair.repository.js';
import { lapsePairTask } from './ask-mentor.js';

type Which = { readonly pairId: MentorPairId };
type Action = Exclude<MentorPairMove, 'SET_GOALS' | 'NOTE_MEETINGS' | 'LAPSE'>;
/** What is to happen, and whether the places of the mentor allow it. */
type Move<E> = Which & { readonly action: Action; readonly check: (places: MentorPlaces) => Result<null, E> };

const always = (): Result<null, never> => ok(null);
const hasPlace = ({ taken, menteesMax }: MentorPlaces): Result<null, LimitReachedError> =>
  taken < menteesMax ? ok(null) : err(limitReached('You have as many mentees as you said you would.', menteesMax));

async function move<E>(
  unit: Unit<Repositories>,
  { clock, actor }: Pick<Deps, 'clock'> & { readonly actor: Actor },
  { pairId, action, check }: Move<E>,
) {
  const now = clock.now();
  const seen = await unit.mentorPairs.findVisible(actor, pairId, now);
  // The mentor's places first, then the pair: the same order wherever both are locked.
  const places = seen === null ? undefined : await unit.mentorPairs.lockPlaces(seen.offerId);
  const pair = await unit.mentorPairs.findLocked(actor, pairId, now);
  if (pair === null || places === undefined) return err(notFound('MentorPair'));
  if (!mentorPairPolicy.can(actor, action, pair)) return err(notAllowed(action, 'MentorPair'));
  const moved = moveMentorPair(pair, action, now);
  if (!moved.ok) return moved;
  const allowed = check(places);
  if (!allowed.ok) return allowed;
  const saved = await unit.mentorPairs.save(moved.value);
  await follow(unit, saved, { action, now });
  return ok(saved);
}

async function follow(
  unit: Unit<Repositories>,
  pair: MentorPair,
  { action, now }: { readonly action: Action; readonly now: Date },
): Promise<void> {
  if (action !== 'ACCEPT') return;
  const key = `${lapsePairTask}:${pair.id}`;
  await unit.jobs.enqueue(lapsePairTask, { pairId: pair.id }, { runAt: pair.answerUntil, key });
  await unit.outbox.appendMany(
    'LearningNotice',
    learningNotices({
      notice: 'MENTOR_ANSWERED',
      sourceId: pair.id,
      aboutId: pair.id,
      memberIds: [pair.menteeId],
      now,
    }),
  );
}

type Keyed = Which & { readonly idempotencyKey: string | undefined };

/** A move that takes a place, once per key. */
async function moveOnce<E extends { readonly __typename: string }>(
  deps: Deps,
  {
    actor,
    idempotencyKey: key,
    operation,
  }: Pick<Keyed, 'idempotencyKey'> & { readonly actor: Actor; readonly operation: string },
  { check, ...input }: Move<E>,
) {
  const checkedKey = checkIdempotencyKey(key);
  if (!checkedKey.ok) return checkedKey;
  return deps.idempotentTransaction(
    { actor: actorKey(actor), key: actor.kind === 'anonymous' ? undefined : key, operation, input },
    ({ mentorPairs }, id) => mentorPairs.findVisible(actor, toId(id), deps.clock.now()),
    (unit) => move(unit, { ...deps, actor }, { ...input, check }),
  );
}

/** Says yes to whoever asked, while the mentor has a place; the mentee is told and confirms. */
export function acceptMentee(deps: Deps, actor: Actor, { pairId, idempotencyKey }: Keyed) {
  const once = { actor, idempotencyKey, operation: 'acceptMentee' };
  return moveOnce(deps, once, { pairId, action: 'ACCEPT', check: hasPlace });
}

/** Confirms a mentor who said yes: the pair begins. */
export function confirmMentor(deps: Deps, actor: Actor, { pairId, idempotencyKey }: Keyed) {
  const once = { actor, idempotencyKey, operation: 'confirmMentor' };
  return moveOnce(deps, once, { pairId, action: 'CONFIRM', check: always });
}

/** Takes an ask back. */
export function withdrawMentorAsk(deps: Deps, actor: Actor, { pairId }: Which) {
  return deps.transaction((unit) => move(unit, { ...deps, actor }, { pairId, action: 'WITHDRAW', check: always }));
}

/** Says no, of which nobody is told. */
export function declineMentee(deps: Deps, actor: Actor, { pairId }: Which) {
  return deps.transaction((unit) => move(unit, { ...deps, actor }, { pairId, action: 'DECLINE', check: always }));
}

/** Ends a pair; either may, and gives no reason. */
export function endMentoring(deps: Deps, actor: Actor, { pairId }: Which) {
  return deps.transaction((unit) => move(unit, { ...deps, actor }, { pairId, action: 'END', check: always }));
}

/** Lets an ask or a yes that nobody answered in time be gone, as the platform; what was answered stays as it is. */
export function lapseMentorPair({ transaction, clock }: Deps, { pairId }: Which) {
  return transaction(async ({ mentorPairs }) => {
    const now = clock.now();
    const pair = await mentorPairs.findLocked(systemActor('lapse-mentor-pair'), pairId, now);
    if (pair === null) return err(notFound('MentorPair'));
    if (!mentorPairLifecycle.transitions.LAPSE.from.includes(pair.status)) return ok(pair);
    const lapsed = moveMentorPair(pair, 'LAPSE', now);
    return lapsed.ok ? ok(await mentorPairs.save(lapsed.value)) : lapsed;
  });
}

import {
  actorKey,
  err,
  illegalTransition,
  limitReached,
  memberOf,
  notAllowed,
  notFound,
  ok,
  toId,
  type Actor,
} from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { learningNotices } from '../../notice/learning-notice.js';
import { checkIdempotencyKey } from '../../study-group/study-key.js';
import { mentorOfferLifecycle, type MentorOffer, type MentorOfferId } from '../mentor-offer.js';
import { askMentor as ask, type MentorPair } from '../mentor-pair.js';
import { mentorOfferPolicy } from '../mentor-pair.policy.js';
import { currentMentorRules } from '../mentor-rules.js';

/** Whom to ask with which line. */
export type AskMentor = {
  readonly offerId: MentorOfferId;
  readonly line: string;
  readonly idempotencyKey: string | undefined;
};

/** The task that lets an ask that nobody answered, or a yes that nobody confirmed, be gone. */
export const lapsePairTask = 'lapse-mentor-pair';

/** Asks a mentor. Asking again while the ask waits, declined or not, is asking once. */
export async function askMentor(deps: Deps, actor: Actor, { idempotencyKey: key, ...input }: AskMentor) {
  const checkedKey = checkIdempotencyKey(key);
  if (!checkedKey.ok) return checkedKey;
  return deps.idempotentTransaction(
    { actor: actorKey(actor), key: actor.kind === 'anonymous' ? undefined : key, operation: 'askMentor', input },
    ({ mentorPairs }, id) => mentorPairs.findVisible(actor, toId(id), deps.clock.now()),
    async (unit) => {
      const now = deps.clock.now();
      const menteeId = memberOf(actor);
      const offer = await unit.mentorOffers.findVisible(actor, input.offerId);
      if (offer === null) return err(notFound('MentorOffer'));
      if (menteeId === undefined || !mentorOfferPolicy.can(actor, 'ASK', offer))
        return err(notAllowed('ASK', 'MentorOffer'));
      if (!mentorOfferLifecycle.can('ASK', offer, now)) return err(illegalTransition('ASK', offer.status));
      return propose(unit, deps, { offer, menteeId, line: input.line });
    },
  );
}

async function propose(
  unit: Unit<Repositories>,
  { clock, ids }: Pick<Deps, 'clock' | 'ids'>,
  { offer, menteeId, line }: Pick<MentorPair, 'menteeId' | 'line'> & { readonly offer: MentorOffer },
) {
  const now = clock.now();
  await unit.mentorPairs.lockMentee(menteeId);
  const open = await unit.mentorPairs.listOpenOf(menteeId, now);
  const again = open.find(({ mentorId }) => mentorId === offer.memberId);
  if (again !== undefined) return ok(again);
  const { asksMax } = currentMentorRules;
  // Declined asks count as long as they seem to wait: a limit that moved would tell of them.
  if (open.filter(({ status }) => status !== 'ACTIVE').length >= asksMax)
    return err(limitReached('As many asks of yours wait as can. Take one back, or wait.', asksMax));
  const made = ask({ id: ids.random(), offerId: offer.id, mentorId: offer.memberId, menteeId, line }, now);
  if (!made.ok) return made;
  const pair = await unit.mentorPairs.add(made.value);
  await unit.jobs.enqueue(
    lapsePairTask,
    { pairId: pair.id },
    { runAt: pair.answerUntil, key: `${lapsePairTask}:${pair.id}` },
  );
  await unit.outbox.appendMany(
    'LearningNotice',
    learningNotices({ notice: 'MENTOR_ASKED', sourceId: pair.id, aboutId: pair.id, memberIds: [pair.mentorId], now }),
  );
  return ok(pair);
}

import { err, notAllowed, ok, systemActor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import { proposalMs, type Circle } from '../../circle/circle.js';
import { circlePolicy } from '../../circle/circle.policy.js';
import type { Deps, Repositories } from '../../deps.js';
import type { MemberId } from '../../member/member.js';
import { matchWishes, type BlockedPair } from '../match-wishes.js';

/** The task that ends what was left unanswered of a proposal. */
export const expireTask = 'expire-circle';

/** The task of the nightly round. */
export const roundTask = 'propose-circles';

/**
 * One round: makes circles of all wishes whose members are free, proposes them, and notes who got none. The seed decides
 * among equals, so that the same round can be drawn again.
 */
export function proposeCircles({ transaction, clock, ids }: Deps, { seed }: { readonly seed: string }) {
  return transaction(async (unit) => {
    if (!circlePolicy.canPropose(systemActor(roundTask))) return err(notAllowed('PROPOSE', 'Circle'));
    const now = clock.now();
    const wishes = await unit.circleWishes.listForRound();
    const blocked = toBlockedPair(await unit.circleWishes.listBlocked(wishes.map(({ memberId }) => memberId)));
    const proposed = matchWishes(wishes, blocked, seed).map(({ memberIds, ...ground }) => {
      const circle: Circle = {
        ...ground,
        id: ids.random(),
        status: 'PROPOSED',
        proposedAt: now,
        expiresAt: new Date(now.getTime() + proposalMs),
        formedAt: undefined,
        endedAt: undefined,
        groupDraft: undefined,
        groupId: undefined,
      };
      return { circle, memberIds };
    });
    await unit.circles.addMany(proposed);
    const seated = new Set(proposed.flatMap(({ memberIds }) => memberIds));
    await unit.circleWishes.countWaited(
      wishes.map(({ memberId }) => memberId).filter((memberId) => !seated.has(memberId)),
    );
    for (const one of proposed) await announce(unit, one);
    return ok({ proposed: proposed.length, seated: seated.size, left: wishes.length - seated.size });
  });
}

async function announce(
  { jobs, notifications }: Unit<Repositories>,
  { circle, memberIds }: { readonly circle: Circle; readonly memberIds: readonly MemberId[] },
): Promise<void> {
  await notifications.tell({
    to: memberIds,
    reason: 'CIRCLE_PROPOSED',
    sourceId: circle.id,
    subject: { kind: 'CIRCLE', id: circle.id },
  });
  await jobs.enqueue(
    expireTask,
    { circleId: circle.id },
    { runAt: circle.expiresAt, key: `${expireTask}:${circle.id}` },
  );
}

function toBlockedPair(pairs: readonly (readonly [MemberId, MemberId])[]): BlockedPair {
  const known = new Set(pairs.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]));
  return (one, other) => known.has(`${one} ${other}`);
}

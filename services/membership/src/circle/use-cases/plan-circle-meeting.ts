import { err, limitReached, ok, toId, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { keyedRequest } from '../../conversation/keyed-request.js';
import { meetingsAheadMax, planMeeting, type CircleFacts, type CircleId } from '../circle.js';
import { findOwnCircle } from './find-own-circle.js';

/** When and where a circle is to meet. */
export type PlanCircleMeeting = {
  readonly circleId: CircleId;
  readonly meetsAt: Date;
  readonly place: string;
  readonly idempotencyKey: string;
};

/** Plans a meeting of a circle; anybody in it can. Who comes is not asked and who came is not recorded. */
export function planCircleMeeting({ idempotentTransaction, clock, ids }: Deps, actor: Actor, input: PlanCircleMeeting) {
  const { circleId, meetsAt, place } = input;
  return idempotentTransaction(
    keyedRequest(actor, 'planCircleMeeting', { ...input, meetsAt: meetsAt.toISOString() }),
    async ({ circles }, id) => {
      const [facts] = await circles.listVisible(actor, [toId(id)]);
      return facts === undefined ? null : { id: circleId, facts };
    },
    async (unit) => {
      const now = clock.now();
      const own = await findOwnCircle(unit, actor, { circleId, action: 'PLAN_MEETING', now });
      if (!own.ok) return own;
      if ((await unit.circles.countAhead(circleId, now)) >= meetingsAheadMax)
        return err(limitReached('This circle has enough meetings ahead.', meetingsAheadMax));
      const planned = planMeeting({ meetsAt, place }, { id: ids.ordered(), circleId, now });
      if (!planned.ok) return planned;
      await unit.circles.addMeeting(planned.value, now);
      const facts: CircleFacts = { ...own.value.facts, circle: { ...own.value.facts.circle, status: 'MEETS' } };
      await unit.circles.save(facts, now);
      return ok({ id: circleId, facts });
    },
  );
}

import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { HoursClaim } from '../hours-claim.js';

/** Lets whoever claimed hours be told what was decided. */
export async function tellOfHours(
  { outbox, ids }: Pick<Unit<Repositories>, 'outbox'> & { readonly ids: { ordered(): string } },
  { memberId }: HoursClaim,
  now: Date,
): Promise<void> {
  // A claim can be decided more than once, and each time is worth telling: so the source is the decision.
  const sourceId = ids.ordered();
  await outbox.append('ActivityNotice', sourceId, {
    notice: 'HOURS_DECIDED',
    sourceId,
    activityId: null,
    memberIds: [memberId],
    toldAt: now.toISOString(),
  });
}

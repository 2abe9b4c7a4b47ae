import type { Clock, IdSource } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Activity } from '../../activity/activity.js';
import type { Repositories } from '../../deps.js';
import type { Registration } from '../../registration/registration.js';
import type { StrikeKind } from '../strike-rules.js';
import { giveStrike } from '../strike.js';

/** For what, over which activity, and whose registrations. */
export type GiveStrikes = {
  readonly kind: StrikeKind;
  readonly activity: Activity;
  readonly registrations: readonly Registration[];
};

/** Where the ids, the instant and the zone of strikes come from. */
type StrikeSources = { readonly ids: IdSource; readonly clock: Clock; readonly campusZone: string };

/**
 * Gives a strike for each of the registrations, in the transaction that settles them. Whoever is excused gets none, nor
 * does a registration that has one. Each holder is told.
 */
export async function giveStrikes(
  { ids, clock, campusZone }: StrikeSources,
  { strikes, outbox }: Pick<Unit<Pick<Repositories, 'strikes'>>, 'strikes' | 'outbox'>,
  { kind, activity, registrations }: GiveStrikes,
): Promise<void> {
  const now = clock.now();
  const given = registrations
    .filter(({ excused }) => !excused)
    .map((registration) =>
      giveStrike(kind, { registration, activity }, { id: ids.ordered<'Strike'>(), now, zone: campusZone }),
    );
  const added = await strikes.addMissing(given);
  await outbox.appendMany(
    'ActivityNotice',
    added.map(({ id, memberId, activityId }) => ({
      aggregateId: id,
      data: {
        notice: 'STRIKE_GIVEN' as const,
        sourceId: id,
        activityId,
        memberIds: [memberId],
        toldAt: now.toISOString(),
      },
    })),
  );
}

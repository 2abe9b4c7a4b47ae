import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { Mandate, Position } from '../../group/mandate.js';

/** How far a mandate is that the other services are told of, and the instant its event names. */
export type Announcement = {
  readonly name: 'MandateStarted' | 'MandateGiven';
  readonly position: Position;
  readonly from: Date;
};

/**
 * Tells the other services, inside the caller's transaction, from when a mandate gives rights and until when; or, of one
 * that waits for training, that it was given.
 */
export async function announceMandate(
  { mandates, outbox }: Pick<Unit<Repositories>, 'mandates' | 'outbox'>,
  { id: mandateId, memberId, endsAt }: Mandate,
  { name, position, from }: Announcement,
): Promise<void> {
  await outbox.append(name, mandateId, {
    mandateId,
    memberId,
    groupId: position.groupId ?? null,
    kind: position.kind,
    constituencyId: (await mandates.findConstituencyId(position.id)) ?? null,
    positionId: position.id,
    from: from.toISOString(),
    to: endsAt.toISOString(),
  });
}

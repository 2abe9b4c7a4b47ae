import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { Mandate, Position } from '../../group/mandate.js';

/** Tells the other services, inside the caller's transaction, from when a mandate gives rights and until when. */
export async function announceMandate(
  { mandates, outbox }: Pick<Unit<Repositories>, 'mandates' | 'outbox'>,
  { id: mandateId, memberId, endsAt }: Mandate,
  { position, from }: { readonly position: Position; readonly from: Date },
): Promise<void> {
  await outbox.append('MandateStarted', mandateId, {
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

import { planDemoConnections, type DemoConnection, type DemoUnion } from '@guildhall/demo';
import { addJobs, insertRows, type SeedOptions } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { connectionLimits } from '../src/connection/connection-limits.js';

/** Loads who is connected with whom, who asked whom, who blocks whom, and who may be found by whom. */
export async function loadConnections(
  manager: EntityManager,
  union: DemoUnion,
  { anchor, size }: Pick<SeedOptions, 'anchor' | 'size'>,
): Promise<void> {
  const { connections, blocks, discoverability } = planDemoConnections(union, { anchor, size });
  await insertRows(
    manager,
    'member_connection',
    connections.map((connection) => ({
      id: connection.id,
      requester_id: connection.requesterId,
      addressee_id: connection.addresseeId,
      status: connection.status,
      message: connection.message ?? null,
      requested_at: connection.requestedAt,
      expires_at: endOf(connection),
      connected_at: connection.connectedAt ?? null,
      closed_at: null,
      version: 1,
    })),
  );
  await insertRows(
    manager,
    'member_block',
    blocks.map(({ blockerId, blockedId, since, knownAs }) => ({
      blocker_id: blockerId,
      blocked_id: blockedId,
      since,
      known_as: knownAs,
    })),
  );
  await insertRows(
    manager,
    'discoverability',
    discoverability.map(({ memberId, foundBy, hasSuggestions }) => ({
      member_id: memberId,
      found_by: foundBy,
      has_suggestions: hasSuggestions,
    })),
  );
  await addJobs(
    manager,
    connections
      .filter(({ status }) => status !== 'CONNECTED')
      .map((connection) => ({
        task: 'expire-connection',
        payload: { connectionId: connection.id },
        runAt: endOf(connection),
        key: `connection:${connection.id}`,
      })),
  );
}

function endOf({ requestedAt }: DemoConnection): Date {
  return new Date(requestedAt.getTime() + connectionLimits.silenceMs);
}

import { memberOf, type Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { MemberId } from '../member/member.js';
import type { Tie } from './tie.js';

/** What is between the viewer and members; nothing for oneself and for viewers who are no members. */
export function createTieLoader(
  actor: Actor,
  { connections, blocks }: Pick<Repositories, 'connections' | 'blocks'>,
  now: Date,
): DataLoader<MemberId, Tie | undefined> {
  const viewerId = memberOf(actor);
  return new DataLoader(async (ids) => {
    if (viewerId === undefined) return ids.map(() => undefined);
    const known = await connections.listKnown(viewerId, ids, now);
    const blocked = await blocks.listOf(viewerId, ids);
    return ids.map((memberId) =>
      memberId === viewerId
        ? undefined
        : {
            viewerId,
            memberId,
            connection: known.find(
              ({ requesterId, addresseeId }) => requesterId === memberId || addresseeId === memberId,
            ),
            block: blocked.find(({ blockedId }) => blockedId === memberId),
          },
    );
  });
}

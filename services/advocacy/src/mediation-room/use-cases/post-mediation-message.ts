import { err, notAllowed, notFound, ok, toId, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { requirePossible } from '../../mediation/mediation.js';
import { mediationPolicy } from '../../mediation/mediation.policy.js';
import { mediationViewerOf, partyOf } from '../../mediation/mediation-viewer.js';
import { sealedRequest, type KeyedInput } from '../../sealing/sealed-request.js';
import { checkMessage, mediationPlaces, type MediationMessage, type RoomId } from '../mediation-room.js';

/** What somebody writes in which room. */
export type PostMediationMessage = KeyedInput & { readonly roomId: RoomId; readonly body: string };

/** Writes in a room one may be in. In the joint room a group of students speaks with one voice. */
export function postMediationMessage(
  { idempotentTransaction, clock, ids, vault }: Deps,
  actor: Actor,
  input: PostMediationMessage,
) {
  const viewer = mediationViewerOf(actor, vault);
  return idempotentTransaction(
    sealedRequest(vault, viewer, 'postMediationMessage', input),
    ({ mediationRooms }, id) => mediationRooms.findMessage(viewer, toId(id)),
    async ({ mediations, mediationRooms, mediationTexts }) => {
      const now = clock.now();
      const room = await mediationRooms.findVisible(viewer, input.roomId);
      const file = room === null ? null : await mediations.holdVisible(viewer, room.mediationId);
      if (room === null || file === null) return err(notFound('MediationRoom'));
      if (!mediationPolicy.canWriteIn(viewer, file, room.kind)) return err(notAllowed('WRITE', 'MediationRoom'));
      const open = requirePossible(file, 'WRITE', now);
      if (!open.ok) return open;
      const body = checkMessage(input.body);
      if (!body.ok) return body;
      const id = ids.ordered<'MediationMessage'>();
      const { mediationId, kind: layer, partyId } = room;
      const roomId = await mediationTexts.write(
        { mediationId, place: mediationPlaces.message(id), layer, partyId },
        body.value,
      );
      // A room that was destroyed and opened anew while this was written is another room.
      if (roomId !== room.id) return err(notFound('MediationRoom'));
      const message: MediationMessage = {
        id,
        roomId,
        mediationId,
        partyId: partyOf(viewer, file)?.id,
        sentAt: now,
      };
      await mediationRooms.addMessage(message);
      return ok(message);
    },
  );
}

import { toId, type Id } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import { mediationLifecycle, type MediationId } from '../mediation/mediation.js';
import { mediationPolicy } from '../mediation/mediation.policy.js';
import { partyOf } from '../mediation/mediation-viewer.js';
import { mediationPlaces } from './mediation-room.js';

type OfParty = { readonly mediationId: MediationId; readonly partyId: Id<'MediationParty'> | undefined };

const shownParty = async ({ mediationId, partyId }: OfParty, _args: unknown, { loaders }: Context) => {
  const file = await loaders.mediationFilesById.load(mediationId);
  const party = file?.parties.find(({ id }) => id === partyId);
  return file === undefined || party === undefined ? null : { party, file };
};

const words = async ({ loaders }: Context, mediationId: MediationId, place: string): Promise<string | null> =>
  (await loaders.mediationWords.load({ mediationId, place })) ?? null;

/** Resolvers of the rooms of mediations and of what happens in them. */
export const mediationRoomResolvers: Resolvers = {
  Mutation: {
    postMediationMessage: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'PostMediationMessageSuccess',
        await advocacy.postMediationMessage(actor, {
          roomId: toId(input.roomId),
          body: input.body,
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (message) => ({ message }),
      ),
    planMediationSession: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'PlanMediationSessionSuccess',
        await advocacy.planMediationSession(actor, {
          mediationId: toId(input.mediationId),
          partyId: input.partyId == null ? undefined : toId(input.partyId),
          startsAt: input.startsAt,
          place: input.place,
        }),
        (mediation) => ({ mediation }),
      ),
  },
  Mediation: {
    rooms: ({ id }, _args, { loaders }) => loaders.roomsOf.load(id),
    sessions: ({ id }, _args, { loaders }) => loaders.sessionsOf.load(id),
    readings: async (mediation, page, { mediationViewer, loaders, read }) => {
      const party = partyOf(mediationViewer, await loaders.mediationFiles.load(mediation));
      if (party === undefined) return null;
      return read.mediationRooms.pageReadings(mediationViewer, mediation.id, readPageRequest(page, ['instant', 'id']));
    },
  },
  MediationRoom: {
    party: shownParty,
    readers: async ({ kind, mediationId, partyId }, _args, { loaders }) => {
      const file = await loaders.mediationFilesById.load(mediationId);
      if (file === undefined || kind === 'MEDIATOR') return [];
      const readers = file.parties.filter(({ id }) => kind === 'JOINT' || id === partyId);
      return readers.map((party) => ({ party, file }));
    },
    messages: ({ id }, page, { loaders }) =>
      loaders.messagesOf.load({ roomId: id, request: readPageRequest(page, ['instant', 'id']) }),
    viewerCanWrite: async ({ kind, mediationId }, _args, { loaders, mediationViewer, now }) => {
      const file = await loaders.mediationFilesById.load(mediationId);
      if (file === undefined || !mediationLifecycle.can('WRITE', file, now)) return false;
      return mediationPolicy.canWriteIn(mediationViewer, file, kind);
    },
  },
  MediationMessage: {
    party: shownParty,
    body: ({ id, mediationId }, _args, context) => words(context, mediationId, mediationPlaces.message(id)),
  },
  MediationSession: {
    party: shownParty,
    place: ({ id, mediationId }, _args, context) => words(context, mediationId, mediationPlaces.session(id)),
  },
};

import type { Id, Page, PageRequest } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { MediationMessage, MediationRoom, MediationSession, RoomId } from '../mediation-room/mediation-room.js';
import type { MediationTerm } from '../mediation-term/mediation-term.js';
import type { MediatorCandidate } from '../mediator/mediator.js';
import type { Mediation, MediationFile, MediationId, MediationRule } from './mediation.js';
import type { MediationViewer } from './mediation-viewer.js';

type MediationRepositories = Pick<
  Repositories,
  'mediations' | 'mediationSides' | 'mediationRooms' | 'mediationTerms' | 'mediators'
>;

/** The messages of one room, one page of them. */
export type RoomPage = { readonly roomId: RoomId; readonly request: PageRequest };

/** The batching loaders of mediations for one request. */
export function createMediationLoaders(
  viewer: MediationViewer,
  { mediations, mediationSides, mediationRooms, mediationTerms, mediators }: MediationRepositories,
  now: Date,
) {
  const grouped = <Value extends { readonly mediationId: MediationId }>(
    list: (ids: readonly MediationId[]) => Promise<readonly Value[]>,
  ) =>
    new DataLoader<MediationId, readonly Value[]>(async (ids) => {
      const found = Map.groupBy(await list(ids), ({ mediationId }) => mediationId);
      return ids.map((id) => found.get(id) ?? []);
    });
  return {
    /** The sides of mediations that the viewer was shown already. */
    mediationFiles: new DataLoader<Mediation, MediationFile, MediationId>((shown) => mediationSides.listFiles(shown), {
      cacheKeyFn: ({ id }) => id,
    }),
    /** Mediations with their sides by id, as far as the viewer sees them from the inside. */
    mediationFilesById: new DataLoader<MediationId, MediationFile | undefined>(async (ids) => {
      const files = await mediationSides.listFiles(await mediations.listVisible(viewer, ids));
      const byId = new Map(files.map((file) => [file.mediation.id, file]));
      return ids.map((id) => byId.get(id));
    }),
    mediationRules: new DataLoader<number, MediationRule>((versions) => Promise.all(versions.map(mediations.ruleOf))),
    roomsOf: grouped<MediationRoom>((ids) => mediationRooms.listOf(viewer, ids)),
    sessionsOf: grouped<MediationSession>((ids) => mediationRooms.listSessions(viewer, ids)),
    termsOf: grouped<MediationTerm>((ids) => mediationTerms.listOf(viewer, ids)),
    candidatesOf: new DataLoader<MediationId, readonly MediatorCandidate[]>(async (ids) => {
      const byMediation = await mediators.listCandidates(viewer, ids, now);
      return ids.map((id) => byMediation.get(id) ?? []);
    }),
    busyCases: new DataLoader<Id<'Case'>, boolean>(async (ids) => {
      const busy = new Set(await mediations.listBusyCases(ids));
      return ids.map((id) => busy.has(id));
    }),
    messagesOf: new DataLoader<RoomPage, Page<MediationMessage>, string>(
      async (wanted) => {
        const pages = new Map<string, Page<MediationMessage>>();
        for (const [key, alike] of Map.groupBy(wanted, ({ request }) => JSON.stringify(request))) {
          const [first] = alike;
          if (first === undefined) continue;
          const roomIds = alike.map(({ roomId }) => roomId);
          const found = await mediationRooms.pageMessages(viewer, roomIds, first.request);
          roomIds.forEach((roomId, index) => {
            const page = found[index];
            if (page !== undefined) pages.set(`${roomId}/${key}`, page);
          });
        }
        return wanted.map(
          (one) => pages.get(keyOf(one)) ?? { edges: [], pageInfo: { hasNextPage: false, endCursor: undefined } },
        );
      },
      { cacheKeyFn: keyOf },
    ),
  };
}

function keyOf({ roomId, request }: RoomPage): string {
  return `${roomId}/${JSON.stringify(request)}`;
}

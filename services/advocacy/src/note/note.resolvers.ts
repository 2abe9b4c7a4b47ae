import { toId } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { notePlace } from './note.js';
import { notePolicy } from './note.policy.js';

/** Resolvers of notes, for those who work on a case. */
export const noteResolvers: Resolvers = {
  Mutation: {
    writeCaseNote: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'WriteCaseNoteSuccess',
        await advocacy.writeCaseNote(actor, {
          ...input,
          caseId: toId(input.caseId),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (note) => ({ note }),
      ),
  },
  Case: {
    notes: (item, page, { viewer, read }) =>
      notePolicy.canSeeSide(viewer, item)
        ? read.notes.page(viewer, item.id, readPageRequest(page, ['instant', 'id']))
        : null,
  },
  CaseNote: {
    body: async ({ id, caseId }, _args, { loaders }) =>
      (await loaders.words.load({ caseId, place: notePlace(id) })) ?? null,
  },
};

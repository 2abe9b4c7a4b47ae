import { toId, viewerActions } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import { z } from 'zod';
import type { Resolvers } from '../generated/graphql.js';
import { exportLifecycle } from './case-export.js';
import { exportPolicy } from './case-export.policy.js';
import { exportPlaces } from './place.js';

const storedNames = z.array(z.string());
const storedSections = z.array(z.object({ title: z.string(), lines: z.array(z.string()) }));
const living = new Set(['REQUESTED', 'BUILT', 'OFFERED', 'CONSENTED']);

/** Resolvers of bundles for an external adjudicator. */
export const caseExportResolvers: Resolvers = {
  Mutation: {
    requestExport: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'RequestExportSuccess',
        await advocacy.requestExport(actor, {
          ...input,
          caseId: toId(input.caseId),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (made) => ({ export: made }),
      ),
    offerExport: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'OfferExportSuccess',
        await advocacy.offerExport(actor, { exportId: toId(input.exportId) }),
        (offered) => ({
          export: offered,
        }),
      ),
    answerExport: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'AnswerExportSuccess',
        await advocacy.answerExport(actor, { ...input, exportId: toId(input.exportId) }),
        (answered) => ({ export: answered }),
      ),
    downloadExport: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'DownloadExportSuccess',
        await advocacy.downloadExport(actor, { exportId: toId(input.exportId) }),
        (taken) => taken,
      ),
    discardExport: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'DiscardExportSuccess',
        await advocacy.discardExport(actor, { exportId: toId(input.exportId) }),
        (discarded) => ({ export: discarded }),
      ),
  },
  Case: {
    exports: async ({ id }, _args, { loaders }) => [...(await loaders.exportsOf.load(id))],
    canRequestExport: async (item, _args, { viewer, loaders }) =>
      exportPolicy.can(viewer, 'REQUEST', item) &&
      item.dataKey !== undefined &&
      !(await loaders.exportsOf.load(item.id)).some(({ status }) => living.has(status)),
  },
  CaseExport: {
    builtAt: ({ builtAt }) => builtAt ?? null,
    answeredAt: ({ answeredAt }) => answeredAt ?? null,
    expiresAt: ({ expiresAt }) => expiresAt ?? null,
    sizeBytes: ({ sizeBytes }) => sizeBytes ?? null,
    digest: ({ digest }) => digest ?? null,
    redactions: async ({ id, caseId }, _args, { loaders }) => {
      const names = await loaders.words.load({ caseId, place: exportPlaces.redactions(id) });
      return names === undefined ? null : storedNames.parse(JSON.parse(names));
    },
    preview: async ({ id, caseId }, _args, { loaders }) => {
      const sections = await loaders.words.load({ caseId, place: exportPlaces.preview(id) });
      return sections === undefined ? null : storedSections.parse(JSON.parse(sections));
    },
    downloads: async ({ id }, _args, { loaders }) => [...(await loaders.downloadsOf.load(id))],
    viewerActions: async (item, _args, { viewer, loaders, now }) => {
      const file = await loaders.fileOf.load(item.caseId);
      return file === null
        ? []
        : [...viewerActions(exportLifecycle, item, now, (action) => exportPolicy.can(viewer, action, file))];
    },
  },
  DownloadExportSuccess: {
    fileName: ({ id }) => `case-${id.slice(0, 8)}.zip`,
    content: async ({ id, caseId }, _args, { loaders }) =>
      (await loaders.words.load({ caseId, place: exportPlaces.archive(id) })) ?? null,
    digest: ({ digest }) => digest ?? '',
  },
};

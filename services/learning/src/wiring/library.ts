import type { Actor } from '@guildhall/kernel';
import { mergeResolvers, type Task } from '@guildhall/subgraph';
import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import { CollectionEntity } from '../collection/collection.entity.js';
import type { CollectionId } from '../collection/collection.js';
import { createCollectionRepository, type CollectionRepository } from '../collection/collection.repository.js';
import { collectionResolvers } from '../collection/collection.resolvers.js';
import { addToCollection } from '../collection/use-cases/add-to-collection.js';
import { createCollection } from '../collection/use-cases/create-collection.js';
import { deleteCollection } from '../collection/use-cases/delete-collection.js';
import { editCollection } from '../collection/use-cases/edit-collection.js';
import { orderCollection } from '../collection/use-cases/order-collection.js';
import { removeFromCollection } from '../collection/use-cases/remove-from-collection.js';
import type { Deps } from '../deps.js';
import { summarise, type RatingSummary } from '../rating/rating.js';
import { createRatingRepository, type OwnRating, type RatingRepository } from '../rating/rating.repository.js';
import { ratingResolvers } from '../rating/rating.resolvers.js';
import { rateResource } from '../rating/use-cases/rate-resource.js';
import { withdrawRating } from '../rating/use-cases/withdraw-rating.js';
import {
  createReportRepository,
  type AnonymousReport,
  type ReadDecision,
  type ReportRepository,
} from '../report/report.repository.js';
import { reportResolvers } from '../report/report.resolvers.js';
import { holdResource } from '../report/use-cases/hold-resource.js';
import { reportResource } from '../report/use-cases/report-resource.js';
import { restoreResource } from '../report/use-cases/restore-resource.js';
import { ResourceVersionEntity } from '../resource-version/resource-version.entity.js';
import type { ResourceVersion } from '../resource-version/resource-version.js';
import {
  createResourceVersionRepository,
  type ResourceVersionRepository,
} from '../resource-version/resource-version.repository.js';
import { ResourceFileEntity } from '../resource-file/resource-file.entity.js';
import { createResourceFileLoader } from '../resource-file/resource-file.loaders.js';
import {
  createResourceFileRepository,
  type ResourceFileRepository,
} from '../resource-file/resource-file.repository.js';
import { resourceFileResolvers } from '../resource-file/resource-file.resolvers.js';
import { sweepResourceFiles, sweepTask } from '../resource-file/sweep-resource-files.job.js';
import { prepareResourceFile } from '../resource-file/use-cases/prepare-resource-file.js';
import { resourceVersionResolvers } from '../resource-version/resource-version.resolvers.js';
import { findingResolvers } from '../resource/finding.resolvers.js';
import { createRelatedLoader } from '../resource/resource.loaders.js';
import type { ResourceRepository } from '../resource/resource.repository.js';
import type { ResourceId } from '../resource/resource.js';
import { visibleResources } from '../resource/resource.policy.js';
import { discardRevision } from '../resource/use-cases/discard-revision.js';
import { reviseResource } from '../resource/use-cases/revise-resource.js';

/** The tables of the library that are read as entities, beside the resource itself. */
export const libraryEntities = [ResourceVersionEntity, ResourceFileEntity, CollectionEntity];

/** The repositories of the library, beside that of the resource itself. */
export type LibraryRepositories = {
  readonly resourceVersions: ResourceVersionRepository;
  readonly resourceFiles: ResourceFileRepository;
  readonly ratings: RatingRepository;
  readonly reports: ReportRepository;
  readonly collections: CollectionRepository;
};

/** These repositories over one connection or transaction. */
export function createLibraryRepositories(manager: EntityManager): LibraryRepositories {
  return {
    resourceVersions: createResourceVersionRepository(manager, visibleResources),
    resourceFiles: createResourceFileRepository(manager, visibleResources),
    ratings: createRatingRepository(manager),
    reports: createReportRepository(manager),
    collections: createCollectionRepository(manager, visibleResources),
  };
}

/** The loaders of the library, for one request. Resolvers ask only for what the viewer may see. */
export function createLibraryLoaders(
  actor: Actor,
  {
    resources,
    resourceVersions,
    resourceFiles,
    ratings,
    reports,
    collections,
  }: LibraryRepositories & { readonly resources: ResourceRepository },
) {
  return {
    relatedResources: createRelatedLoader(actor, resources),
    resourceFiles: createResourceFileLoader(resourceFiles),
    versionsInWork: new DataLoader<ResourceId, ResourceVersion | undefined>(async (ids) => {
      const byResource = new Map((await resourceVersions.listInWork(actor, ids)).map((one) => [one.resourceId, one]));
      return ids.map((id) => byResource.get(id));
    }),
    ratingSummaries: new DataLoader<ResourceId, RatingSummary | undefined>(async (ids) => {
      const counts = Map.groupBy(await ratings.listCounts(ids), ({ resourceId }) => resourceId);
      return ids.map((id) => summarise(counts.get(id) ?? []));
    }),
    ownRatings: new DataLoader<ResourceId, OwnRating | undefined>(async (ids) => {
      const own = new Map((await ratings.listOwn(actor, ids)).map((one) => [one.resourceId, one]));
      return ids.map((id) => own.get(id));
    }),
    openReports: new DataLoader<ResourceId, readonly AnonymousReport[]>(async (ids) => {
      const byResource = Map.groupBy(await reports.listOpen(ids), ({ resourceId }) => resourceId);
      return ids.map((id) => byResource.get(id) ?? []);
    }),
    resourceDecisions: new DataLoader<ResourceId, readonly ReadDecision[]>(async (ids) => {
      const byResource = Map.groupBy(await reports.listDecisions(ids), ({ resourceId }) => resourceId);
      return ids.map((id) => byResource.get(id) ?? []);
    }),
    collectionCounts: new DataLoader<CollectionId, number>(async (ids) => {
      const counts = await collections.countItems(actor, ids);
      return ids.map((id) => counts.get(id) ?? 0);
    }),
  };
}

/** The resolvers of the library, beside those of the resource itself. */
export const libraryResolvers = mergeResolvers([
  findingResolvers,
  resourceVersionResolvers,
  resourceFileResolvers,
  ratingResolvers,
  reportResolvers,
  collectionResolvers,
]);

/** The mutations of the library, beside those of a resource's life. */
export const libraryUseCases = {
  addToCollection,
  createCollection,
  deleteCollection,
  discardRevision,
  editCollection,
  holdResource,
  orderCollection,
  prepareResourceFile,
  rateResource,
  removeFromCollection,
  reportResource,
  restoreResource,
  reviseResource,
  withdrawRating,
};

/** The timed work of the library, done as the platform. */
export function createLibraryTasks(deps: Deps): Readonly<Record<string, Task>> {
  return {
    [sweepTask]: async () => {
      if (deps.files) await sweepResourceFiles(deps, deps.files);
    },
  };
}

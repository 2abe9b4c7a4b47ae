import { memberOf, toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers, StepInput } from '../generated/graphql.js';
import { pathLifecycle, pathVersionLifecycle, publishedOf } from './path.js';
import { pathPolicy } from './path.policy.js';
import type { StepDraft } from './step.js';
import type { VersionDraft } from './version-draft.js';

/** Resolvers of the noun LearningPath, with its versions and steps. */
export const pathResolvers: Resolvers = {
  Query: {
    path: async (_root, { id }, { loaders }) => (await loaders.paths.load(toId(id))) ?? null,
    pathVersionsInWork: (_root, page, { actor, read }) => read.paths.pageInWork(actor, readPageRequest(page, 1)),
    paths: (_root, page, { actor, read }) => read.paths.page(actor, readPageRequest(page, 2)),
  },
  Mutation: {
    draftPath: async (_root, { input }, { actor, learning }) =>
      toResult(
        'DraftPathSuccess',
        await learning.draftPath(actor, { ...input, ...toVersionDraft(input) }),
        (pathVersion) => ({ pathVersion }),
      ),
    draftPathVersion: async (_root, { input }, { actor, learning }) =>
      toResult(
        'DraftPathVersionSuccess',
        await learning.draftPathVersion(actor, { pathId: toId(input.pathId), ...toVersionDraft(input) }),
        (pathVersion) => ({ pathVersion }),
      ),
    editPathVersion: async (_root, { input }, { actor, learning }) =>
      toResult(
        'EditPathVersionSuccess',
        await learning.editPathVersion(actor, {
          pathVersionId: toId(input.pathVersionId),
          steps: input.steps.map(toStepDraft),
          prerequisites: input.prerequisites?.map((id) => toId(id)),
        }),
        (pathVersion) => ({ pathVersion }),
      ),
    submitPathVersion: async (_root, { input }, { actor, learning }) =>
      toResult(
        'SubmitPathVersionSuccess',
        await learning.submitPathVersion(actor, { pathVersionId: toId(input.pathVersionId) }),
        (pathVersion) => ({ pathVersion }),
      ),
    sendBackPathVersion: async (_root, { input }, { actor, learning }) =>
      toResult(
        'SendBackPathVersionSuccess',
        await learning.sendBackPathVersion(actor, { pathVersionId: toId(input.pathVersionId) }),
        (pathVersion) => ({ pathVersion }),
      ),
    publishPathVersion: async (_root, { input }, { actor, learning }) =>
      toResult(
        'PublishPathVersionSuccess',
        await learning.publishPathVersion(actor, { pathVersionId: toId(input.pathVersionId) }),
        (pathVersion) => ({ pathVersion }),
      ),
    retirePathVersion: async (_root, { input }, { actor, learning }) =>
      toResult(
        'RetirePathVersionSuccess',
        await learning.retirePathVersion(actor, { pathVersionId: toId(input.pathVersionId) }),
        (pathVersion) => ({ pathVersion }),
      ),
  },
  LearningPath: {
    __resolveReference: async ({ id }, { loaders }) => (await loaders.paths.load(toId(id))) ?? null,
    published: async ({ id }, _args, { loaders }) => publishedOf(await loaders.versionsOf.load(id)) ?? null,
    versions: ({ id }, _args, { loaders }) => loaders.versionsOf.load(id),
    viewerActions: async ({ id }, _args, { actor, now, loaders }) => {
      const [versions, enrolment] = await Promise.all([loaders.versionsOf.load(id), loaders.viewerEnrolments.load(id)]);
      const published = publishedOf(versions);
      const missing = published === undefined ? [] : await loaders.missingFor.load(published.id);
      const facts = { versions, isEnrolled: enrolment !== undefined, isPrepared: missing.length === 0 };
      return viewerActions(pathLifecycle, facts, now, (action) => pathPolicy.can(actor, action));
    },
  },
  PathVersion: {
    version: ({ number }) => number,
    path: async ({ pathId }, _args, { loaders }) => (await loaders.paths.load(pathId)) ?? null,
    author: ({ authorId }) => ({ id: authorId }),
    steps: ({ id }, _args, { loaders }) => loaders.stepsOf.load(id),
    prerequisites: async ({ id }, _args, { actor, loaders }) => {
      const [asked, missing] = await Promise.all([loaders.prerequisitesOf.load(id), loaders.missingFor.load(id)]);
      const isMember = memberOf(actor) !== undefined;
      return asked.map((pathId) => ({ pathId, isMet: isMember ? !missing.includes(pathId) : undefined }));
    },
    viewerActions: (version, _args, { actor, now }) =>
      viewerActions(pathVersionLifecycle, version, now, (action) => pathPolicy.canVersion(actor, action, version)),
  },
  Prerequisite: {
    path: async ({ pathId }, _args, { loaders }) => (await loaders.paths.load(pathId)) ?? null,
  },
  Step: {
    resource: async ({ resourceId }, _args, { loaders }) =>
      resourceId === undefined ? null : ((await loaders.resources.load(resourceId)) ?? null),
  },
};

function toVersionDraft({
  steps,
  prerequisites,
}: {
  readonly steps: readonly StepInput[];
  readonly prerequisites?: readonly string[] | null;
}): VersionDraft {
  return { steps: steps.map(toStepDraft), prerequisites: (prerequisites ?? []).map((id) => toId(id)) };
}

function toStepDraft(input: StepInput): StepDraft {
  const { title, kind, resourceId, activityKind, daysRequired, hoursRequired, guidance, rubric, requires, key } = input;
  return {
    title,
    kind,
    resourceId: resourceId == null ? undefined : toId(resourceId),
    activityKind: activityKind ?? undefined,
    daysRequired: daysRequired ?? undefined,
    hoursRequired: hoursRequired ?? undefined,
    guidance: guidance ?? undefined,
    rubric: rubric ?? [],
    requires: requires ?? undefined,
    key: key == null ? undefined : toId(key),
  };
}

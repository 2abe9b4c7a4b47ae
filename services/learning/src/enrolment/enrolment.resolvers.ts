import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { enrolmentLifecycle, isLiving, type Enrolment } from './enrolment.js';
import { enrolmentPolicy } from './enrolment.policy.js';
import { stepLifecycle, type StepProgress } from './step-progress.js';
import { newerVersion, planUpgrade } from './upgrade.js';

/** The progress on one step, with the enrolment it belongs to. */
export type ProgressOfEnrolment = { readonly enrolment: Enrolment; readonly progress: StepProgress };

/** Resolvers of the noun Enrolment, with the progress on its steps. */
export const enrolmentResolvers: Resolvers = {
  Mutation: {
    enrolInPath: async (_root, { input }, { actor, learning }) =>
      toResult(
        'EnrolInPathSuccess',
        await learning.enrolInPath(actor, { pathId: toId(input.pathId) }),
        (enrolment) => ({ enrolment }),
      ),
    startStep: async (_root, { input }, { actor, learning }) =>
      toResult(
        'StartStepSuccess',
        await learning.startStep(actor, { enrolmentId: toId(input.enrolmentId), stepId: toId(input.stepId) }),
        (enrolment) => ({ enrolment }),
      ),
    completeStep: async (_root, { input }, { actor, learning }) =>
      toResult(
        'CompleteStepSuccess',
        await learning.completeStep(actor, {
          enrolmentId: toId(input.enrolmentId),
          stepId: toId(input.stepId),
          reflection: input.reflection ?? undefined,
        }),
        (enrolment) => ({ enrolment }),
      ),
    upgradeEnrolment: async (_root, { input }, { actor, learning }) =>
      toResult(
        'UpgradeEnrolmentSuccess',
        await learning.upgradeEnrolment(actor, {
          enrolmentId: toId(input.enrolmentId),
          pathVersionId: toId(input.pathVersionId),
        }),
        (enrolment) => ({ enrolment }),
      ),
    dropEnrolment: async (_root, { input }, { actor, learning }) =>
      toResult(
        'DropEnrolmentSuccess',
        await learning.dropEnrolment(actor, { enrolmentId: toId(input.enrolmentId) }),
        (enrolment) => ({ enrolment }),
      ),
  },
  Member: {
    enrolments: ({ id }, page, { actor, read }) => read.enrolments.pageOf(actor, id, readPageRequest(page, 2)),
  },
  LearningPath: {
    viewerEnrolment: async ({ id }, _args, { loaders }) => (await loaders.viewerEnrolments.load(id)) ?? null,
  },
  Enrolment: {
    path: async ({ pathId }, _args, { loaders }) => (await loaders.paths.load(pathId)) ?? null,
    pathVersion: async ({ pathVersionId }, _args, { loaders }) => (await loaders.versions.load(pathVersionId)) ?? null,
    steps: async (enrolment, _args, { loaders }) =>
      (await loaders.progressOf.load(enrolment)).map((progress) => ({ enrolment, progress })),
    upgrade: async (enrolment, _args, { loaders, now }) => {
      if (!enrolmentLifecycle.can('UPGRADE', enrolment, now)) return null;
      const version = newerVersion(enrolment, await loaders.versionsOf.load(enrolment.pathId));
      if (version === undefined) return null;
      const [steps, newer] = await Promise.all([loaders.progressOf.load(enrolment), loaders.stepsOf.load(version.id)]);
      return planUpgrade({ enrolment, steps }, version, newer);
    },
    viewerActions: async (enrolment, _args, { actor, now, loaders }) => {
      const newer = newerVersion(enrolment, await loaders.versionsOf.load(enrolment.pathId));
      return viewerActions(
        enrolmentLifecycle,
        enrolment,
        now,
        (action) => (action !== 'UPGRADE' || newer !== undefined) && enrolmentPolicy.can(actor, action, enrolment),
      );
    },
  },
  UpgradedStep: {
    before: ({ before }) => before?.step ?? null,
  },
  StepProgress: {
    step: ({ progress }) => progress.step,
    status: ({ progress }) => progress.status,
    passedAt: ({ progress }) => progress.passedAt,
    reflection: async ({ enrolment, progress }, _args, { loaders }) =>
      (await loaders.reflectionsOf.load(enrolment.id)).find(({ stepKey }) => stepKey === progress.step.key) ?? null,
    have: async ({ enrolment, progress }, _args, { loaders }) =>
      (await loaders.dealtOf.load(enrolment)).get(progress.step.id)?.have ?? null,
    passesAt: async ({ enrolment, progress }, _args, { loaders }) => {
      const at = (await loaders.dealtOf.load(enrolment)).get(progress.step.id)?.reachedAt;
      return progress.status === 'PASSED' || progress.step.kind !== 'HOLD_MANDATE' ? null : (at ?? null);
    },
    viewerActions: ({ enrolment, progress }, _args, { actor, now }) =>
      viewerActions(
        stepLifecycle,
        progress,
        now,
        (action) => isLiving(enrolment) && enrolmentPolicy.canStep(actor, action, enrolment),
      ),
  },
};

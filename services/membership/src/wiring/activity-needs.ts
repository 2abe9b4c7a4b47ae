import type { Actor } from '@guildhall/kernel';
import { requireDone, type Task } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import {
  createActivityNeedsLoader,
  createOccasionLoader,
  createOwnShareLoader,
} from '../activity-needs/activity-needs.loaders.js';
import {
  createActivityNeedsRepository,
  type ActivityNeedsRepository,
} from '../activity-needs/activity-needs.repository.js';
import { forgetOccasionsTask, forgetOldOccasions } from '../activity-needs/use-cases/forget-old-occasions.js';
import { readActivityNeeds } from '../activity-needs/use-cases/read-activity-needs.js';
import { shareNeeds } from '../activity-needs/use-cases/share-needs.js';
import type { Deps, Repositories } from '../deps.js';
import { readShared } from '../needs/needs.repository.js';

/** The repositories of needs at activities. */
export type ActivityNeedsRepositories = { readonly activityNeeds: ActivityNeedsRepository };

/** These repositories over one connection or transaction. */
export function createActivityNeedsRepositories(manager: EntityManager): ActivityNeedsRepositories {
  return {
    activityNeeds: createActivityNeedsRepository(manager, (source, actor) => readShared(manager, source, actor)),
  };
}

/** The loaders of needs at activities, for one request. */
export function createActivityNeedsLoaders(
  actor: Actor,
  now: Date,
  { activityNeeds, consents }: Pick<Repositories, 'activityNeeds' | 'consents'>,
) {
  return {
    needsOccasions: createOccasionLoader(activityNeeds),
    activityNeeds: createActivityNeedsLoader(activityNeeds, now),
    ownNeedsShares: createOwnShareLoader(actor, consents, now),
  };
}

/** The mutations of needs at activities. */
export const activityNeedsUseCases = { readActivityNeeds, shareNeeds };

/** Every night, when few are about. */
export const activityNeedsCron = [`23 3 * * * ${forgetOccasionsTask}`] as const;

/** What the platform does about needs at activities by itself. */
export function createActivityNeedsTasks(deps: Deps): Readonly<Record<string, Task>> {
  return {
    [forgetOccasionsTask]: async () => {
      requireDone(await forgetOldOccasions(deps));
    },
  };
}

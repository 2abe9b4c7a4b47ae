import type { Actor } from '@guildhall/kernel';
import { createActivityLoader, createGroupActivitiesLoader } from './activity/activity.loaders.js';
import type { Repositories } from './deps.js';
import {
  createLastRegistrationLoader,
  createOwnRegistrationLoader,
  createRosterLoader,
  createSeatsLoader,
  createWaitingPlaceLoader,
} from './registration/registration.loaders.js';
import { createPoolLoaders } from './wiring/registrations.js';
import { createQuestionLoaders } from './wiring/questions.js';
import { createStrikeLoaders } from './wiring/strikes.js';
import { createDoorLoaders } from './wiring/door.js';
import { createFindingLoaders } from './wiring/finding.js';
import { createAfterLoaders } from './wiring/after.js';
import { createDrawingLoaders } from './wiring/fair-start.js';
import { createServiceLoaders } from './wiring/service.js';
import { createTrainingLoaders } from './wiring/training.js';
import { createApprovalLoaders } from './wiring/approvals.js';
import { createOrganisingLoaders } from './wiring/organising.js';
import { createVenueLoaders } from './wiring/venues.js';

/** The batching loaders of one request. */
export type Loaders = ReturnType<typeof createLoaders>;

/** Makes the loaders of one request; they forget everything with it. */
export function createLoaders(actor: Actor, now: Date, repositories: Repositories) {
  const { activities, registrations } = repositories;
  return {
    ...createPoolLoaders(repositories),
    ...createQuestionLoaders(now, repositories),
    ...createStrikeLoaders(now, repositories),
    ...createDrawingLoaders(actor, repositories),
    ...createAfterLoaders(actor, repositories),
    organising: createOrganisingLoaders(actor, repositories),
    ...createVenueLoaders(now, repositories),
    ...createApprovalLoaders(repositories),
    ...createServiceLoaders(actor, now, repositories),
    ...createTrainingLoaders(repositories),
    ...createFindingLoaders(repositories),
    ...createDoorLoaders(repositories),
    activities: createActivityLoader(actor, activities),
    groupActivities: createGroupActivitiesLoader(actor, activities, now),
    seats: createSeatsLoader(registrations),
    ownRegistrations: createOwnRegistrationLoader(actor, registrations),
    waitingPlaces: createWaitingPlaceLoader(registrations),
    lastRegistrations: createLastRegistrationLoader(actor, registrations),
    rosters: createRosterLoader(actor, registrations),
  };
}

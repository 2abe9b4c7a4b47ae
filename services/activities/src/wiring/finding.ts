import { mergeResolvers } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { createAudienceLoader } from '../audience/audience.loaders.js';
import { createAudienceRepository, type AudienceRepository } from '../audience/audience.repository.js';
import { audienceResolvers } from '../audience/audience.resolvers.js';
import { describeAudience } from '../audience/use-cases/describe-audience.js';
import {
  createCalendarEventRepository,
  type CalendarEventRepository,
} from '../calendar-feed/calendar-events.repository.js';
import {
  createCalendarFeedRepository,
  type CalendarFeedRepository,
} from '../calendar-feed/calendar-feed.repository.js';
import { calendarFeedResolvers } from '../calendar-feed/calendar-feed.resolvers.js';
import { createCalendarFeed } from '../calendar-feed/use-cases/create-calendar-feed.js';
import { revokeCalendarFeed } from '../calendar-feed/use-cases/revoke-calendar-feed.js';
import { createFindingRepository, type FindingRepository } from '../finding/finding.repository.js';
import { findingResolvers } from '../finding/finding.resolvers.js';
import {
  createRecommendationRepository,
  type RecommendationRepository,
} from '../recommendation/recommendation.repository.js';
import { recommendationResolvers } from '../recommendation/recommendation.resolvers.js';
import { changeRecommendations } from '../recommendation/use-cases/change-recommendations.js';

/** The repositories of finding, calendars and recommendations. */
export type FindingRepositories = {
  readonly audiences: AudienceRepository;
  readonly finding: FindingRepository;
  readonly calendarFeeds: CalendarFeedRepository;
  readonly calendarEvents: CalendarEventRepository;
  readonly recommendations: RecommendationRepository;
};

/** These repositories over one connection or transaction. */
export function createFindingRepositories(manager: EntityManager): FindingRepositories {
  return {
    audiences: createAudienceRepository(manager),
    finding: createFindingRepository(manager),
    calendarFeeds: createCalendarFeedRepository(manager),
    calendarEvents: createCalendarEventRepository(manager),
    recommendations: createRecommendationRepository(manager),
  };
}

/** The loaders of what activities are found by. */
export function createFindingLoaders({ audiences }: FindingRepositories) {
  return { audiences: createAudienceLoader(audiences) };
}

/** Their resolvers. */
export const findingWiringResolvers = mergeResolvers([
  audienceResolvers,
  calendarFeedResolvers,
  findingResolvers,
  recommendationResolvers,
]);

/** The mutations of calendars, recommendations and whom activities suit. */
export const findingUseCases = { changeRecommendations, createCalendarFeed, describeAudience, revokeCalendarFeed };

import type { BaseContext, PersonalDataContext } from '@guildhall/subgraph';
import type { ActivityRepository } from './activity/activity.repository.js';
import type { InsightsRepository } from './insights/insights.repository.js';
import type { Loaders } from './loaders.js';
import type { RegistrationRepository } from './registration/registration.repository.js';
import type { UseCases } from './use-cases.js';

/** What a resolver of this service works with for one request. */
export type Context = BaseContext &
  PersonalDataContext & {
    readonly loaders: Loaders;
    readonly read: {
      readonly activities: ActivityRepository;
      readonly registrations: RegistrationRepository;
      readonly insights: InsightsRepository;
    };
    readonly activities: UseCases;
  };

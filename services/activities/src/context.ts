import type { BaseContext, PersonalDataContext } from '@guildhall/subgraph';
import type { Repositories } from './deps.js';
import type { InsightsRepository } from './insights/insights.repository.js';
import type { DoorKeys } from './pass/pass.js';
import type { Loaders } from './loaders.js';
import type { UseCases } from './use-cases.js';

/** What a resolver of this service works with for one request. */
export type Context = BaseContext &
  PersonalDataContext & {
    readonly loaders: Loaders;
    readonly doorKeys: DoorKeys | undefined;
    readonly read: Repositories & { readonly insights: InsightsRepository };
    readonly activities: UseCases;
  };

import type { BaseContext, PersonalDataContext } from '@guildhall/subgraph';
import type { Repositories } from './deps.js';
import type { InsightsRepository } from './insights/insights.repository.js';
import type { ResourceFileGate } from './resource-file/resource-file.gate.js';
import type { Loaders } from './loaders.js';
import type { CredentialContext } from './wiring/credentials.js';
import type { UseCases } from './use-cases.js';

/** What a resolver of this service works with for one request. */
export type Context = BaseContext &
  PersonalDataContext &
  CredentialContext & {
    readonly gate: ResourceFileGate;
    readonly loaders: Loaders;
    readonly read: Repositories & { readonly insights: InsightsRepository };
    readonly learning: UseCases;
  };

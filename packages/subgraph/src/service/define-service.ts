import type { EventHandlers, EventTransport, ServiceName } from '@guildhall/events';
import type { Clock, IdSource } from '@guildhall/kernel';
import type { Logger } from 'pino';
import type { DataSource, EntityManager } from 'typeorm';
import type { DepartmentDirectory } from '../actor/load-actor.js';
import type { Task } from '../jobs/start-worker.js';
import type { ResolverMap } from '../server/merge-resolvers.js';
import type { BaseContext, InsightsThreshold } from '../server/shared-resolvers.js';
import type { DataSourceOptions, MigrationClass } from '../storage/create-data-source.js';
import type { IdempotentTransaction, Transaction } from '../storage/transaction.js';

/** What wiring a service starts from. `environment` holds the variables that only this service reads. */
export type ServiceKit = {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly logger: Logger;
  readonly campusZone: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Builds the two kinds of transaction over the service's repositories; commits hurry the relay. */
  transactions<Repositories>(repositories: (manager: EntityManager) => Repositories): {
    readonly transaction: Transaction<Repositories>;
    readonly idempotentTransaction: IdempotentTransaction<Repositories>;
  };
};

/** One request, before the service adds its loaders and use cases. */
export type RequestScope = BaseContext & { readonly manager: EntityManager; readonly signal: AbortSignal | undefined };

/** A wired service: how it makes a request's context, applies events and runs timed work. */
export type ServiceParts<Context extends BaseContext> = {
  createContext(request: RequestScope): Context;
  readonly handlers: EventHandlers;
  readonly tasks: Readonly<Record<string, Task>>;
  /** Crontab lines in UTC. */
  readonly cron: readonly string[];
  /** Starts what the service runs beside its requests; resolves to what ends it. */
  start?(): Promise<() => Promise<void>>;
  /** Only advocacy knows departments. */
  readonly departments?: DepartmentDirectory;
  /** Only activities has the table `shadow_access`. */
  readonly hasShadowAccess?: boolean;
};

/** A service as data: everything that differs between the four. */
export type ServiceDefinition<Context extends BaseContext> = {
  readonly name: ServiceName;
  /** The package folder; its `src/**\/*.graphql` files are the SDL. */
  readonly root: string;
  readonly entities: DataSourceOptions['entities'];
  readonly migrations: readonly MigrationClass[];
  readonly resolvers: ResolverMap;
  readonly insightsThreshold: InsightsThreshold;
  wire(kit: ServiceKit): ServiceParts<Context>;
  /** Loads labelled demo rows into an empty database. */
  seed?(manager: EntityManager, options: SeedOptions): Promise<void>;
};

/** Which demo data to load. `environment` holds the variables that only this service reads, such as its keys. */
export type SeedOptions = {
  readonly anchor: Date;
  readonly size: 'small' | 'full';
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly onProgress: (sentence: string) => void;
};

/** Where a service runs and with what. */
export type ServiceConfig = {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly logger: Logger;
  readonly campusZone: string;
  readonly transport: EventTransport;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

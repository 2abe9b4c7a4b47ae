import { buildSubgraphSchema } from '@apollo/subgraph';
import { actorProjection } from '../actor/actor-projection.js';
import { combineHandlers } from './combine-handlers.js';
import {
  cleanSpine,
  startInbox,
  startRelay,
  storeReceived,
  streams,
  type EventHandlers,
  type Loop,
  type ReceivedEvent,
  type ServiceName,
} from '@guildhall/events';
import type { GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import { loadActor } from '../actor/load-actor.js';
import { migrateJobs, startWorker, type Task } from '../jobs/start-worker.js';
import { createDeadLetters, type DeadLetters } from '../operations/dead-letters.js';
import { createExecutor, type SubgraphExecutor, type SubgraphRequest } from '../server/create-executor.js';
import { refreshAfterMutation, type RefreshableContext } from '../server/refresh-after-mutation.js';
import { sharedResolvers, type BaseContext } from '../server/shared-resolvers.js';
import { loadTypeDefs } from '../server/type-defs.js';
import { createDataSource } from '../storage/create-data-source.js';
import { createIdempotentTransaction, createTransaction } from '../storage/transaction.js';
import type { RequestScope, ServiceConfig, ServiceDefinition, ServiceKit, ServiceParts } from './define-service.js';

/** A running service, in this process. */
export interface RunningService extends SubgraphExecutor {
  readonly name: ServiceName;
  readonly dataSource: DataSource;
  /** Stores events durably; they are applied soon after. */
  receive(events: readonly ReceivedEvent[]): Promise<void>;
  /** Whether the database answers. */
  isReady(): Promise<boolean>;
  /** Ends loops, jobs and connections, after the work in hand. */
  stop(): Promise<void>;
}

/** The executable schema of a service: its own SDL and resolvers with the shared ones. */
export function buildServiceSchema<Context extends BaseContext>(definition: ServiceDefinition<Context>): GraphQLSchema {
  const typeDefs = loadTypeDefs(definition.root);
  return buildSubgraphSchema([
    { typeDefs, resolvers: sharedResolvers(definition.insightsThreshold) as never },
    // The second module holds resolvers only; buildSubgraphSchema wants a document with each.
    {
      typeDefs: { kind: typeDefs.kind, definitions: [] },
      resolvers: refreshAfterMutation(definition.resolvers) as never,
    },
  ]);
}

/** Brings a service's database to the newest schema, jobs first because transactions enqueue into them. */
export async function migrateService<Context extends BaseContext>(
  definition: ServiceDefinition<Context>,
  config: ServiceConfig,
): Promise<void> {
  await migrateJobs(config.databaseUrl, config.logger);
  const dataSource = createServiceDataSource(definition, { ...config, poolSize: 1 });
  await dataSource.initialize();
  try {
    // A migration may rewrite a large table; the limit on statements is for requests.
    await dataSource.query('set statement_timeout = 0');
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
}

/** A data source for the service's tables, not yet connected. */
export function createServiceDataSource<Context extends BaseContext>(
  definition: ServiceDefinition<Context>,
  config: Pick<ServiceConfig, 'databaseUrl' | 'poolSize'>,
): DataSource {
  return createDataSource({
    url: config.databaseUrl,
    entities: definition.entities,
    migrations: definition.migrations,
    poolSize: config.poolSize,
  });
}

/** What a service needs to run its use cases, with or without serving requests. `onCommit` hurries the relay, if one runs. */
export function createKit(
  dataSource: DataSource,
  config: Omit<ServiceConfig, 'transport' | 'databaseUrl' | 'poolSize'>,
  onCommit: () => void,
): ServiceKit {
  const { clock, ids } = config;
  return {
    dataSource,
    clock,
    ids,
    logger: config.logger,
    campusZone: config.campusZone,
    environment: config.environment,
    transactions(repositories) {
      const options = { dataSource, repositories, clock, ids, afterCommit: onCommit };
      return { transaction: createTransaction(options), idempotentTransaction: createIdempotentTransaction(options) };
    },
  };
}

/** Connects, wires and starts a migrated service: requests, events in and out, timed work. */
export async function startService<Context extends BaseContext>(
  definition: ServiceDefinition<Context>,
  config: ServiceConfig,
): Promise<RunningService> {
  // Whatever a definition or its keys get wrong shows here, before anything is open that would have to be closed again.
  const dataSource = createServiceDataSource(definition, config);
  const waking: Waking = {};
  const kit = createKit(dataSource, config, () => waking.relay?.wake());
  const parts = definition.wire(kit);
  const deadLetters = createDeadLetters({
    consumer: definition.name,
    manager: dataSource.manager,
    transaction: kit.transactions((manager) => ({ manager })).transaction,
    clock: config.clock,
    wake: () => waking.inbox?.wake(),
  });
  const schema = buildServiceSchema(definition);
  await dataSource.initialize();
  try {
    return await run(definition, config, { dataSource, parts, schema, waking, deadLetters });
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

/** Where commits find the relay, and a retried dead letter the inbox: both start after the service is wired. */
type Waking = { relay?: Loop; inbox?: Loop };

/** A wired service whose database is connected. */
type Wired<Context extends BaseContext> = {
  readonly dataSource: DataSource;
  readonly parts: ServiceParts<Context>;
  readonly schema: GraphQLSchema;
  readonly waking: Waking;
  readonly deadLetters: DeadLetters;
};

async function run<Context extends BaseContext>(
  definition: ServiceDefinition<Context>,
  config: ServiceConfig,
  { dataSource, parts, schema, waking, deadLetters }: Wired<Context>,
): Promise<RunningService> {
  const { clock, logger } = config;
  const scope = { manager: dataSource.manager, deadLetters, campusZone: config.campusZone, clock };
  const stopBeside = await parts.start?.();
  const executor = await createExecutor({
    service: definition.name,
    schema,
    logger,
    createContext: (request) => createContext(parts, scope, request),
  });
  const runner = await startWorker({
    databaseUrl: config.databaseUrl,
    logger,
    tasks: { ...parts.tasks, 'clean-spine': cleanTask(dataSource) },
    cron: [...parts.cron, '17 3 * * * clean-spine'],
  });
  // The service's own first: what it does when somebody is erased still finds their sign-in in the projection.
  const handlers = definition.name === 'membership' ? parts.handlers : combineHandlers(parts.handlers, actorProjection);
  const relay = relayOf(definition.name, dataSource, config);
  waking.relay = relay;
  const inbox = inboxOf(handlers, dataSource, config);
  waking.inbox = inbox;
  return {
    name: definition.name,
    dataSource,
    execute: (request) => executor.execute(request),
    async receive(events) {
      await storeReceived(dataSource.manager, events, clock.now());
      inbox.wake();
    },
    isReady: () =>
      dataSource.query('select 1').then(
        () => true,
        () => false,
      ),
    async stop() {
      await stopBeside?.();
      await Promise.all([relay.stop(), inbox.stop(), runner.stop(), executor.stop()]);
      await dataSource.destroy();
    },
  };
}

function relayOf(name: ServiceName, dataSource: DataSource, { transport, logger }: ServiceConfig): Loop {
  return startRelay({
    dataSource,
    subscribers: subscribersOf(name),
    transport,
    onFailure: (subscriber, error) => logger.warn({ subscriber, fault: nameOf(error) }, 'events wait for a subscriber'),
  });
}

function inboxOf(handlers: EventHandlers, dataSource: DataSource, { clock, logger }: ServiceConfig): Loop {
  return startInbox(
    {
      dataSource,
      handlers,
      clock,
      onFailure: ({ eventId, attempt, isDead, error }) =>
        logger.error({ eventId, attempt, isDead, fault: nameOf(error) }, 'an event could not be applied'),
    },
    (error) => logger.warn({ fault: nameOf(error) }, 'the inbox waits for the database'),
  );
}

type ServiceScope = Pick<RequestScope, 'manager' | 'deadLetters' | 'campusZone'> & Pick<ServiceConfig, 'clock'>;

async function createContext<Context extends BaseContext>(
  parts: ServiceParts<Context>,
  { clock, ...scope }: ServiceScope,
  request: SubgraphRequest,
): Promise<Context & RefreshableContext> {
  const { requestId, signal, caller } = request;
  const build = async (): Promise<Context> => {
    const now = clock.now();
    const actor = await loadActor(scope.manager, caller, now, parts);
    return parts.createContext({ ...scope, actor, now, requestId, signal });
  };
  return { ...(await build()), rebuild: build };
}

function cleanTask(dataSource: DataSource): Task {
  return (_payload, due) => cleanSpine(dataSource.manager, due);
}

function subscribersOf(source: ServiceName): readonly ServiceName[] {
  return [
    ...new Set(
      Object.values(streams)
        .filter((stream) => stream.source === source)
        .flatMap((stream) => stream.subscribers),
    ),
  ];
}

function nameOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? ` ${String(error.code)}` : '';
  return `${error instanceof Error ? error.name : 'Failure'}${code}`;
}

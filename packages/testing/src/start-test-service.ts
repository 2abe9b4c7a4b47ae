import {
  LocalEventTransport,
  createLogger,
  startService,
  systemIds,
  type BaseContext,
  type RunningService,
  type ServiceDefinition,
  type SubgraphResponse,
} from '@guildhall/subgraph';
import type { Caller } from '@guildhall/service-identity';
import type { EventTransport } from '@guildhall/events';
import type { Clock } from '@guildhall/kernel';
import type { DataSource } from 'typeorm';
import { countStatements, type StatementCounter } from './count-statements.js';
import { TestClock } from './test-clock.js';
import { createTestDatabase } from './test-database.js';

/** The instant every test clock starts at: a Monday morning in term. */
export const testStart = '2026-10-05T09:00:00.000Z';

/** What a test may choose. */
export type TestServiceOptions = {
  readonly clock?: Clock;
  readonly transport?: EventTransport;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Takes every line that the service logs, down to the last detail; nothing is logged where nobody takes it. */
  readonly onLogLine?: (line: string) => void;
};

/** One real service over a database of its own. */
export interface TestService {
  readonly service: RunningService;
  readonly dataSource: DataSource;
  readonly databaseUrl: string;
  /** Sends an operation as a subject, or as nobody when the subject is left out. */
  run(
    subject: string | undefined,
    query: string,
    variables?: Readonly<Record<string, unknown>>,
  ): Promise<SubgraphResponse>;
  /** Sends an operation as any caller. */
  runAs(caller: Caller, query: string, variables?: Readonly<Record<string, unknown>>): Promise<SubgraphResponse>;
  /** Counts the statements that some work sends to the database. */
  countStatements: StatementCounter;
  stop(): Promise<void>;
}

/** The identity of a signed-in person as the gateway vouches for it. */
export function personCaller(subject: string): Caller {
  return {
    kind: 'person',
    subject,
    clientId: 'portal',
    scopes: ['openid', 'profile', 'graph'],
    authenticatedAt: testStart,
  };
}

function loggerOf(service: string, onLogLine: TestServiceOptions['onLogLine']) {
  return onLogLine === undefined
    ? createLogger(service, 'silent')
    : createLogger(service, 'trace', { write: onLogLine });
}

/** Starts a service as in production, but for its own throw-away database. */
export async function startTestService<Context extends BaseContext>(
  definition: ServiceDefinition<Context>,
  options: TestServiceOptions = {},
): Promise<TestService> {
  const database = await createTestDatabase(definition);
  const clock = options.clock ?? new TestClock(testStart);
  const service = await startService(definition, {
    databaseUrl: database.url,
    poolSize: 8,
    clock,
    // Ids follow the machine's clock, so that a standing test clock never makes two ids of one millisecond sort at random.
    ids: systemIds({ now: () => new Date() }),
    logger: loggerOf(definition.name, options.onLogLine),
    campusZone: 'Europe/London',
    transport: options.transport ?? new LocalEventTransport(),
    environment: options.environment ?? {},
  });
  const runAs: TestService['runAs'] = (caller, query, variables = {}) =>
    service.execute({ query, variables, caller, requestId: 'test-request' });
  return {
    service,
    dataSource: service.dataSource,
    databaseUrl: database.url,
    runAs,
    run: (subject, query, variables) =>
      runAs(subject === undefined ? { kind: 'anonymous' } : personCaller(subject), query, variables),
    countStatements: (work) => countStatements(service.dataSource, work),
    async stop() {
      await service.stop();
      await database.drop();
    },
  };
}

import { readFileSync } from 'node:fs';
import { serviceNames, streams, type ServiceName } from '@guildhall/events';
import { z } from 'zod';

/** Variables as a process gets them. */
type Environment = Readonly<Record<string, string | undefined>>;

/** What a service process reads from its environment. */
export type ServiceProcessSettings = {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly campusZone: string;
  readonly logLevel: string;
  readonly serviceKey: string;
  /** Public keys (SPKI PEM) by issuer. */
  readonly trustedKeys: Readonly<Record<string, string>>;
  readonly eventUrls: Readonly<Partial<Record<ServiceName, string>>>;
  readonly isMigrating: boolean;
  /** True when a launcher keeps this process; it then ends with its launcher. */
  readonly hasParent: boolean;
  readonly all: Environment;
};

/** Some variables are missing or wrong; the message lists all of them. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/** A file's content, read while the variable that names it is checked, so that all that is wrong is told at once. */
const contentOfFile = z
  .string()
  .min(1)
  .transform((file, check) => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      check.addIssue('cannot be read');
      return z.NEVER;
    }
  });

const publicKeys = contentOfFile.transform((text, check) => {
  const keys = z.record(z.string(), z.string()).safeParse(parseJson(text));
  if (keys.success) return keys.data;
  check.addIssue('must be a JSON file of public keys by issuer');
  return z.NEVER;
});

// A pool keeps a connection for each subscriber that is being delivered to, one for the inbox, and one for requests at least.
const schema = z.object({
  GUILDHALL_HOST: z.string().min(1).default('0.0.0.0'),
  GUILDHALL_PORT: z.coerce.number().int().min(0).max(65_535),
  GUILDHALL_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  GUILDHALL_POOL_SIZE: z.coerce.number().int().min(5).max(100).default(20),
  GUILDHALL_CAMPUS_ZONE: z.string().refine(isTimeZone).default('Europe/London'),
  GUILDHALL_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  GUILDHALL_SERVICE_KEY_FILE: contentOfFile,
  GUILDHALL_TRUSTED_KEYS_FILE: publicKeys,
  GUILDHALL_MIGRATE: z.enum(['true', 'false']).default('false'),
  GUILDHALL_PARENT: z.enum(['ipc', 'none']).default('none'),
});

/** Reads the settings of one service's process, or throws an {@link EnvironmentError} that names everything wrong at once. */
export function readServiceEnvironment(name: ServiceName, environment: Environment): ServiceProcessSettings {
  const subscribers = serviceNames.filter((service) =>
    Object.values(streams).some((stream) => stream.source === name && isIn(service, stream.subscribers)),
  );
  const eventUrls = Object.fromEntries(subscribers.map((service) => [service, environment[eventUrlVariable(service)]]));
  const parsed = schema.safeParse(environment);
  const broken = parsed.success ? [] : parsed.error.issues.map((issue) => String(issue.path[0]));
  const unreachable = subscribers.filter((service) => !URL.canParse(eventUrls[service] ?? '')).map(eventUrlVariable);
  if (!parsed.success || unreachable.length > 0) {
    throw new EnvironmentError(
      `These variables are missing or wrong: ${[...new Set([...broken, ...unreachable])].join(', ')}.`,
    );
  }
  const values = parsed.data;
  return {
    host: values.GUILDHALL_HOST,
    port: values.GUILDHALL_PORT,
    databaseUrl: values.GUILDHALL_DATABASE_URL,
    poolSize: values.GUILDHALL_POOL_SIZE,
    campusZone: values.GUILDHALL_CAMPUS_ZONE,
    logLevel: values.GUILDHALL_LOG_LEVEL,
    serviceKey: values.GUILDHALL_SERVICE_KEY_FILE,
    trustedKeys: values.GUILDHALL_TRUSTED_KEYS_FILE,
    eventUrls,
    isMigrating: values.GUILDHALL_MIGRATE === 'true',
    hasParent: values.GUILDHALL_PARENT === 'ipc',
    all: environment,
  };
}

function isIn(name: ServiceName, list: readonly ServiceName[]): boolean {
  return list.includes(name);
}

function eventUrlVariable(service: ServiceName): string {
  return `GUILDHALL_EVENTS_${service.toUpperCase()}_URL`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

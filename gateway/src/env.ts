import { z } from 'zod';
import { type EdgeSettings, edgeVariables, toEdgeSettings } from './edge-settings.js';

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

/** What a gateway process reads from its environment. */
export type GatewayEnv = {
  readonly port: number;
  readonly host: string;
  /** Addresses of the services' GraphQL endpoints, by service. */
  readonly subgraphUrls: Readonly<Record<string, string>>;
  readonly issuer: string;
  readonly jwksUrl: string;
  readonly audience: string;
  /** The Ed25519 key, PKCS #8 PEM, with which requests to services are signed. */
  readonly privateKeyFile: string;
  readonly corsOrigins: readonly string[];
  readonly environment: 'development' | 'production';
  readonly logLevel: LogLevel;
  readonly edge: EdgeSettings;
};

const subgraphUrlName = /^GUILDHALL_SUBGRAPH_([A-Z0-9_]+)_URL$/;
const url = z.url({ protocol: /^https?$/ });
const origin = z
  .string()
  .refine(
    (text) => URL.canParse(text) && new URL(text).origin === text,
    'must be origins such as https://portal.example.org',
  );

const variables = z.object({
  GUILDHALL_GATEWAY_PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  GUILDHALL_HOST: z.string().min(1).default('127.0.0.1'),
  GUILDHALL_ISSUER: url,
  GUILDHALL_JWKS_URL: url,
  GUILDHALL_AUDIENCE: z.string().min(1).default('guildhall'),
  GUILDHALL_GATEWAY_PRIVATE_KEY_FILE: z.string().min(1),
  GUILDHALL_CORS_ORIGINS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(origin)),
  GUILDHALL_ENV: z.enum(['development', 'production']).default('development'),
  GUILDHALL_LOG_LEVEL: z.enum(logLevels).default('info'),
  ...edgeVariables,
});

/** Reads the environment of a gateway that serves these services. Throws one error that lists everything missing or wrong. */
export function readGatewayEnv(
  env: Readonly<Record<string, string | undefined>>,
  services: readonly string[],
): GatewayEnv {
  const parsed = variables.safeParse(env);
  const addresses = services.map((name) => [name, url.safeParse(env[urlVariable(name)])] as const);
  const problems = [
    ...(parsed.error?.issues ?? []).map(
      ({ path, message }) => `${String(path[0])}: ${env[String(path[0])] === undefined ? 'is missing' : message}`,
    ),
    ...addresses
      .filter(([, address]) => !address.success)
      .map(
        ([name]) =>
          `${urlVariable(name)}: ${env[urlVariable(name)] === undefined ? 'is missing' : 'must be an http(s) address'}`,
      ),
    ...unknownServices(env, services),
  ];
  if (!parsed.success || problems.length > 0)
    throw new Error(
      `The gateway cannot start with this environment:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
  const values = parsed.data;
  return {
    port: values.GUILDHALL_GATEWAY_PORT,
    host: values.GUILDHALL_HOST,
    subgraphUrls: Object.fromEntries(
      addresses.flatMap(([name, address]) => (address.success ? [[name, address.data]] : [])),
    ),
    issuer: values.GUILDHALL_ISSUER,
    jwksUrl: values.GUILDHALL_JWKS_URL,
    audience: values.GUILDHALL_AUDIENCE,
    privateKeyFile: values.GUILDHALL_GATEWAY_PRIVATE_KEY_FILE,
    corsOrigins: values.GUILDHALL_CORS_ORIGINS,
    environment: values.GUILDHALL_ENV,
    logLevel: values.GUILDHALL_LOG_LEVEL,
    edge: toEdgeSettings(values),
  };
}

function urlVariable(service: string): string {
  return `GUILDHALL_SUBGRAPH_${service.toUpperCase().replaceAll('-', '_')}_URL`;
}

/** An address for a service that is not in the graph is a misspelling that would otherwise show only as a missing one. */
function unknownServices(env: Readonly<Record<string, string | undefined>>, services: readonly string[]): string[] {
  const known = new Set(services.map(urlVariable));
  return Object.keys(env)
    .filter((name) => subgraphUrlName.test(name) && !known.has(name))
    .map((name) => `${name}: the graph has no such service`);
}

import { z } from 'zod';
import type { AccessMode } from './access/create-access-filter.js';
import { type AuthOptions, tokenAlgorithms } from './authenticate.js';
import type { CachingSettings } from './caching/caching-options.js';
import type { OperationLimits } from './limits/operation-limits.js';
import type { OperationSettings } from './protocol/read-operation-policy.js';
import { defaultRateLimits, type RateLimits } from './protocol/rate-limits.js';
import { type TelemetrySettings, telemetryVariables, toTelemetrySettings } from './telemetry/telemetry-settings.js';
import type { TrafficSettings } from './traffic/traffic-settings.js';
import { toTrafficSettings, trafficVariables } from './traffic/traffic-variables.js';

/** What is decided at the edge: how much one operation may ask, how tokens are read, what they do not allow, and how traffic is treated. */
export type EdgeSettings = {
  readonly limits: Partial<OperationLimits>;
  readonly accessMode: AccessMode | undefined;
  readonly tokens: Pick<AuthOptions, 'algorithms' | 'tokenTypes' | 'clockSkewSeconds' | 'keyCooldownSeconds'>;
  readonly traffic: TrafficSettings;
  readonly telemetry: TelemetrySettings;
  readonly caching: Partial<CachingSettings>;
  readonly operations: OperationSettings;
  readonly rates: RateLimits;
  readonly trustedProxies: readonly string[] | undefined;
  /** Where gateways of one installation share what they count and keep; without it each has its own. */
  readonly redisUrl: string | undefined;
};

const atLeastOne = z.coerce.number().int().min(1).optional();
const seconds = (most: number) => z.coerce.number().int().min(0).max(most).optional();
const words = z.string().transform((text) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== ''),
);

/** The variables of the edge, each optional; what one leaves out is as the code has it (README, "Settings"). */
export const edgeVariables = {
  GUILDHALL_LIMIT_TOKENS: atLeastOne,
  GUILDHALL_LIMIT_DEPTH: atLeastOne,
  GUILDHALL_LIMIT_ROOT_FIELDS: atLeastOne,
  GUILDHALL_LIMIT_ALIASES: atLeastOne,
  GUILDHALL_LIMIT_DIRECTIVES: atLeastOne,
  GUILDHALL_LIMIT_DIRECTIVES_PER_FIELD: atLeastOne,
  GUILDHALL_LIMIT_SELECTIONS: atLeastOne,
  GUILDHALL_LIMIT_PAGE_SIZE: atLeastOne,
  GUILDHALL_LIMIT_COST: atLeastOne,
  GUILDHALL_LIMIT_COST_PER_SERVICE: atLeastOne,
  GUILDHALL_LIMIT_BODY_BYTES: atLeastOne,
  GUILDHALL_COST_LIST_SIZE: atLeastOne,
  GUILDHALL_ACCESS_MODE: z.enum(['filter', 'reject']).optional(),
  GUILDHALL_TOKEN_ALGORITHMS: words.pipe(z.array(z.enum(tokenAlgorithms)).min(1)).optional(),
  GUILDHALL_TOKEN_TYPES: words.pipe(z.array(z.string()).min(1)).optional(),
  GUILDHALL_TOKEN_CLOCK_SKEW: seconds(300),
  GUILDHALL_JWKS_COOLDOWN: seconds(3_600),
  GUILDHALL_OPERATIONS: z.enum(['any', 'trusted']).optional(),
  GUILDHALL_TRUSTED_OPERATIONS: words.optional(),
  GUILDHALL_RATE_VIEWER: atLeastOne,
  GUILDHALL_RATE_CLIENT: atLeastOne,
  GUILDHALL_RATE_GUESS: atLeastOne,
  GUILDHALL_TRUSTED_PROXIES: words.optional(),
  GUILDHALL_CACHE: z.enum(['on', 'off']).default('on'),
  GUILDHALL_CACHE_BYTES: atLeastOne,
  GUILDHALL_CACHE_NEVER: words.optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  ...trafficVariables,
  ...telemetryVariables,
};

const schema = z.object(edgeVariables);

/** Turns variables that were checked against {@link edgeVariables} into settings. */
export function toEdgeSettings(values: z.infer<typeof schema>): EdgeSettings {
  const limits = {
    tokens: values.GUILDHALL_LIMIT_TOKENS,
    depth: values.GUILDHALL_LIMIT_DEPTH,
    rootFields: values.GUILDHALL_LIMIT_ROOT_FIELDS,
    aliases: values.GUILDHALL_LIMIT_ALIASES,
    directives: values.GUILDHALL_LIMIT_DIRECTIVES,
    directivesPerField: values.GUILDHALL_LIMIT_DIRECTIVES_PER_FIELD,
    selections: values.GUILDHALL_LIMIT_SELECTIONS,
    pageSize: values.GUILDHALL_LIMIT_PAGE_SIZE,
    cost: values.GUILDHALL_LIMIT_COST,
    costPerService: values.GUILDHALL_LIMIT_COST_PER_SERVICE,
    bodyBytes: values.GUILDHALL_LIMIT_BODY_BYTES,
    assumedListSize: values.GUILDHALL_COST_LIST_SIZE,
  };
  return {
    // A limit that is not set must not be undefined, which would take the place of the usual one.
    limits: Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined)),
    accessMode: values.GUILDHALL_ACCESS_MODE,
    tokens: {
      algorithms: values.GUILDHALL_TOKEN_ALGORITHMS,
      tokenTypes: values.GUILDHALL_TOKEN_TYPES,
      clockSkewSeconds: values.GUILDHALL_TOKEN_CLOCK_SKEW,
      keyCooldownSeconds: values.GUILDHALL_JWKS_COOLDOWN,
    },
    traffic: toTrafficSettings(values),
    telemetry: toTelemetrySettings(values),
    caching: {
      isOn: values.GUILDHALL_CACHE === 'on',
      bytesMax: values.GUILDHALL_CACHE_BYTES,
      neverKept: values.GUILDHALL_CACHE_NEVER,
    },
    operations: { accept: values.GUILDHALL_OPERATIONS, files: values.GUILDHALL_TRUSTED_OPERATIONS ?? [] },
    rates: {
      viewer: values.GUILDHALL_RATE_VIEWER ?? defaultRateLimits.viewer,
      client: values.GUILDHALL_RATE_CLIENT ?? defaultRateLimits.client,
      guess: values.GUILDHALL_RATE_GUESS ?? defaultRateLimits.guess,
    },
    trustedProxies: values.GUILDHALL_TRUSTED_PROXIES,
    redisUrl: values.REDIS_URL,
  };
}

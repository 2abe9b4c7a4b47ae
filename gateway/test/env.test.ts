import { expect, test } from '@jest/globals';
import { readGatewayEnv } from '../src/env.js';
import { defaultRateLimits } from '../src/protocol/rate-limits.js';
import { defaultTelemetrySettings } from '../src/telemetry/telemetry-settings.js';
import { defaultTrafficSettings } from '../src/traffic/traffic-settings.js';

const good = {
  GUILDHALL_ISSUER: 'https://id.example.org',
  GUILDHALL_JWKS_URL: 'https://id.example.org/jwks',
  GUILDHALL_GATEWAY_PRIVATE_KEY_FILE: '/run/keys/gateway.pem',
  GUILDHALL_SUBGRAPH_MEMBERSHIP_URL: 'http://127.0.0.1:4101/graphql',
  GUILDHALL_CORS_ORIGINS: 'https://portal.example.org, https://desk.example.org',
  GUILDHALL_ENV: 'production',
};

test('a complete environment is read', () => {
  expect(readGatewayEnv(good, ['membership'])).toMatchObject({
    port: 4000,
    audience: 'guildhall',
    environment: 'production',
    subgraphUrls: { membership: 'http://127.0.0.1:4101/graphql' },
    corsOrigins: ['https://portal.example.org', 'https://desk.example.org'],
  });
});

test('limits, tokens and access are as set, and otherwise as the code has them', () => {
  expect(readGatewayEnv(good, ['membership']).edge).toEqual({
    limits: {},
    accessMode: undefined,
    tokens: {},
    traffic: defaultTrafficSettings,
    telemetry: defaultTelemetrySettings,
    caching: { isOn: true },
    operations: { accept: undefined, files: [] },
    rates: defaultRateLimits,
    trustedProxies: undefined,
    redisUrl: undefined,
  });
  const set = {
    GUILDHALL_LIMIT_DEPTH: '7',
    GUILDHALL_LIMIT_COST_PER_SERVICE: '500',
    GUILDHALL_COST_LIST_SIZE: '20',
    GUILDHALL_ACCESS_MODE: 'reject',
    GUILDHALL_TOKEN_ALGORITHMS: 'RS256, ES256',
    GUILDHALL_TOKEN_TYPES: 'at+jwt, JWT',
    GUILDHALL_TOKEN_CLOCK_SKEW: '0',
    GUILDHALL_JWKS_COOLDOWN: '60',
    GUILDHALL_OPERATIONS: 'trusted',
    GUILDHALL_TRUSTED_OPERATIONS: '/etc/one.json, /etc/two.json',
    GUILDHALL_RATE_VIEWER: '60',
    GUILDHALL_TRUSTED_PROXIES: '10.0.0.0/8',
    REDIS_URL: 'redis://127.0.0.1:6379',
    GUILDHALL_METRICS_NETWORKS: '10.0.0.0/8, fd00::1',
    GUILDHALL_SLOW_OPERATION_MS: '250',
    GUILDHALL_CACHE: 'off',
    GUILDHALL_CACHE_BYTES: '1000',
    GUILDHALL_CACHE_NEVER: 'learning, membership',
  };
  expect(readGatewayEnv({ ...good, ...set }, ['membership']).edge).toEqual({
    limits: { depth: 7, costPerService: 500, assumedListSize: 20 },
    accessMode: 'reject',
    tokens: {
      algorithms: ['RS256', 'ES256'],
      tokenTypes: ['at+jwt', 'JWT'],
      clockSkewSeconds: 0,
      keyCooldownSeconds: 60,
    },
    traffic: defaultTrafficSettings,
    telemetry: { metricsNetworks: ['127.0.0.0/8', '::1', '10.0.0.0/8', 'fd00::1'], slowOperationMs: 250 },
    caching: { isOn: false, bytesMax: 1_000, neverKept: ['learning', 'membership'] },
    operations: { accept: 'trusted', files: ['/etc/one.json', '/etc/two.json'] },
    rates: { viewer: 60, client: defaultRateLimits.client, guess: 30 },
    trustedProxies: ['10.0.0.0/8'],
    redisUrl: 'redis://127.0.0.1:6379',
  });
});

test('traffic is treated as set, and otherwise as the code has it', () => {
  const set = {
    GUILDHALL_REQUEST_DEADLINE_MS: '5000',
    GUILDHALL_SERVICE_DEADLINE_MS: '2000',
    GUILDHALL_SERVICE_CALLS_MAX: '10',
    GUILDHALL_SERVICE_QUEUE_MAX: '20',
    GUILDHALL_SHARE_QUERIES: 'off',
    GUILDHALL_REQUESTS_MAX: '30',
    GUILDHALL_LOOP_DELAY_MAX_MS: '40',
  };
  expect(readGatewayEnv({ ...good, ...set }, ['membership']).edge.traffic).toEqual({
    ...defaultTrafficSettings,
    requestDeadlineMs: 5_000,
    subgraphDeadlineMs: 2_000,
    subgraphConcurrency: 10,
    subgraphQueue: 20,
    shareInFlight: false,
    shedding: { ...defaultTrafficSettings.shedding, requestsMax: 30, loopDelayMaxMs: 40 },
  });
});

test('everything missing is listed at once', () => {
  const read = () => readGatewayEnv({ GUILDHALL_ENV: 'production' }, ['membership', 'advocacy']);
  for (const name of [
    'GUILDHALL_ISSUER',
    'GUILDHALL_JWKS_URL',
    'GUILDHALL_GATEWAY_PRIVATE_KEY_FILE',
    'GUILDHALL_SUBGRAPH_MEMBERSHIP_URL',
    'GUILDHALL_SUBGRAPH_ADVOCACY_URL',
  ]) {
    expect(read).toThrow(`${name}: is missing`);
  }
});

test('an address for a service that is not in the graph is refused, because it is misspelt', () => {
  expect(() => readGatewayEnv({ ...good, GUILDHALL_SUBGRAPH_MEMBRESHIP_URL: 'http://a' }, ['membership'])).toThrow(
    'MEMBRESHIP_URL: the graph has no such service',
  );
});

test.each([
  ['GUILDHALL_GATEWAY_PORT', '99999'],
  ['GUILDHALL_ISSUER', 'not a url'],
  ['GUILDHALL_CORS_ORIGINS', 'https://portal.example.org/path'],
  ['GUILDHALL_CORS_ORIGINS', '*'],
  ['GUILDHALL_ENV', 'prod'],
  ['GUILDHALL_SERVICE_DEADLINE_MS', '0'],
  ['GUILDHALL_REQUESTS_MAX', '-1'],
  ['GUILDHALL_SHARE_QUERIES', 'sometimes'],
  ['GUILDHALL_LIMIT_DEPTH', '0'],
  ['GUILDHALL_LIMIT_COST', 'much'],
  ['GUILDHALL_ACCESS_MODE', 'off'],
  ['GUILDHALL_TOKEN_ALGORITHMS', 'RS256, HS256'],
  ['GUILDHALL_TOKEN_ALGORITHMS', 'none'],
  ['GUILDHALL_TOKEN_CLOCK_SKEW', '3600'],
  ['GUILDHALL_SUBGRAPH_MEMBERSHIP_URL', 'file:///etc/passwd'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => readGatewayEnv({ ...good, [name]: value }, ['membership'])).toThrow(`${name}: `);
});

import { expect, test } from '@jest/globals';
import { readGatewayEnv } from '../src/env.js';

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
  ['GUILDHALL_SUBGRAPH_MEMBERSHIP_URL', 'file:///etc/passwd'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => readGatewayEnv({ ...good, [name]: value }, ['membership'])).toThrow(`${name}: `);
});

import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { ApiScope as ScopeName, Resolvers } from '../generated/graphql.js';
import { apiScopes, possibleFor, type ApiScope } from './api-client.js';
import { apiClientPolicy } from './api-client.policy.js';

/** How the graph writes a scope. */
function nameOf(scope: ApiScope): ScopeName {
  return scope.toUpperCase().replace(':', '_') as ScopeName;
}

/** Resolvers of the noun ApiClient. */
export const apiClientResolvers: Resolvers = {
  Department: {
    apiClients: ({ id }, _args, { loaders }) => loaders.apiClientsOf.load(id),
    secretsAreKeptBy: (_department, _args, { secretKeeper }) => secretKeeper,
  },
  Mutation: {
    registerApiClient: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'RegisterApiClientSuccess',
        await advocacy.registerApiClient(actor, {
          departmentId: toId(input.departmentId),
          name: input.name,
          scopes: apiScopes.filter((scope) => input.scopes.includes(nameOf(scope))),
          clientId: input.clientId ?? undefined,
        }),
        ({ client, secret }) => ({ client, secret: secret ?? null }),
      ),
    rotateApiClientSecret: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'RotateApiClientSecretSuccess',
        await advocacy.rotateApiClientSecret(actor, { apiClientId: toId(input.apiClientId) }),
        (rotated) => rotated,
      ),
    revokeApiClient: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'RevokeApiClientSuccess',
        await advocacy.revokeApiClient(actor, { apiClientId: toId(input.apiClientId) }),
        (client) => ({ client }),
      ),
  },
  ApiClient: {
    scopes: ({ scopes }) => scopes.map(nameOf),
    revokedAt: ({ revokedAt }) => revokedAt ?? null,
    oldSecretUntil: ({ oldSecretUntil }, _args, { now }) =>
      oldSecretUntil !== undefined && oldSecretUntil > now ? oldSecretUntil : null,
    viewerActions: (client, _args, { actor }) =>
      apiClientPolicy.canManage(actor, client.departmentId) ? possibleFor(client) : [],
  },
};

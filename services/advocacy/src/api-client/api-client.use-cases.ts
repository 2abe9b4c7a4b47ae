import { registerApiClient } from './use-cases/register-api-client.js';
import { revokeApiClient } from './use-cases/revoke-api-client.js';
import { rotateApiClientSecret } from './use-cases/rotate-api-client-secret.js';

/** Every mutation of departments' programs. */
export const apiClientUseCases = { registerApiClient, revokeApiClient, rotateApiClientSecret };

import { readTrustedOperations } from '../../src/protocol/trusted-operations.js';
import { guessableGraph, oneGuess, threeGuesses } from '../limits/guessable-graph.js';
import type { BadInput, BadRequest } from './bad-input.js';

const query = '{ me { name } }';
const trusted = readTrustedOperations([]);
const byHash = (sha256Hash: string, more: BadRequest = {}) => ({
  ...more,
  extensions: { persistedQuery: { version: 1, sha256Hash } },
});
const unknownHash = 'ab'.repeat(32);

/** Operations named instead of sent, operations nobody registered, and too many of them. */
export const protocolRows: readonly BadInput[] = [
  {
    kind: 'An operation that is not trusted, where only trusted ones run',
    status: 403,
    code: 'PERSISTED_OPERATION_REQUIRED',
    options: { operations: { accept: 'trusted', trusted } },
    request: () => ({ query }),
  },
  {
    kind: 'A hash nobody sent the text of',
    status: 200,
    code: 'PERSISTED_QUERY_NOT_FOUND',
    request: () => byHash(unknownHash),
  },
  {
    kind: 'A `documentId` that is not registered',
    status: 400,
    code: 'PERSISTED_QUERY_NOT_FOUND',
    request: () => ({ documentId: 'nothing' }),
  },
  {
    kind: 'A `documentId` that is no text, or beside a `query`',
    status: 400,
    code: 'BAD_USER_INPUT',
    request: () => ({ documentId: 7 }),
  },
  {
    kind: 'A hash that is not that of the text',
    status: 400,
    code: 'BAD_USER_INPUT',
    request: () => byHash(unknownHash, { query }),
  },
  {
    kind: 'More requests than the minute has',
    status: 429,
    code: 'RATE_LIMITED',
    options: { rates: { viewer: 1, client: 100 } },
    request: async (gateway) => {
      await gateway.ask(query);
      return { query };
    },
  },
  {
    kind: 'More `@guessable` fields from one address than the minute has',
    status: 429,
    code: 'RATE_LIMITED',
    options: { ...guessableGraph(), rates: { viewer: 100, client: 100, guess: 3 } },
    request: async (gateway) => {
      await gateway.ask(threeGuesses);
      return { query: oneGuess };
    },
  },
];

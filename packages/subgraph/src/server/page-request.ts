import { decodeCursor, pageSizeMax, type PageRequest } from '@guildhall/kernel';
import { GraphQLError } from 'graphql';

/** The paging arguments of a connection field, as GraphQL hands them over. */
export type PageArguments = { readonly first?: number | null; readonly after?: string | null };

const pageSizeDefault = 20;

/**
 * Reads the paging arguments of a connection whose cursors have `cursorParts` parts. A page size or a cursor that
 * cannot be served is a request error, because no data would be right.
 */
export function readPageRequest({ first, after }: PageArguments, cursorParts: number): PageRequest {
  const size = first ?? pageSizeDefault;
  if (size < 1 || size > pageSizeMax) throw badInput(`first must lie between 1 and ${pageSizeMax}.`);
  if (after === null || after === undefined) return { first: size, after: undefined };
  const key = decodeCursor(after, cursorParts);
  if (key === undefined) throw badInput('after must be an endCursor of this connection.');
  return { first: size, after: key };
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

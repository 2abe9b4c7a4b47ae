import { decodeCursor, pageSizeMax, parseId, type PageRequest } from '@guildhall/kernel';
import { GraphQLError } from 'graphql';

/** The paging arguments of a connection field, as GraphQL hands them over. */
export type PageArguments = { readonly first?: number | null; readonly after?: string | null };

const pageSizeDefault = 20;

/** What a part of a cursor holds; storage compares it with a column of that kind. */
export type CursorPart = 'text' | 'whole' | 'number' | 'instant' | 'id';

const fits: Readonly<Record<CursorPart, (text: string) => boolean>> = {
  text: (text) => !text.includes('\0'),
  whole: (text) => /^\d{1,18}$/.test(text),
  number: (text) => text.trim() !== '' && Number.isFinite(Number(text)),
  instant: (text) => /^\d{4}-\d{2}-\d{2}[T ]/.test(text) && !Number.isNaN(Date.parse(text)),
  id: (text) => parseId(text) !== undefined,
};

/**
 * Reads the paging arguments of a connection whose cursors have the given parts; a number means that many, the last one
 * an id. A page size or a cursor that cannot be served is a request error, because no data would be right.
 */
export function readPageRequest(
  { first, after }: PageArguments,
  cursorParts: number | readonly CursorPart[],
): PageRequest {
  const size = first ?? pageSizeDefault;
  if (size < 1 || size > pageSizeMax) throw badInput(`first must lie between 1 and ${pageSizeMax}.`);
  if (after === null || after === undefined) return { first: size, after: undefined };
  const parts = typeof cursorParts === 'number' ? textsAndId(cursorParts) : cursorParts;
  const key = decodeCursor(after, parts.length);
  if (key === undefined || !parts.every((part, index) => fits[part](key[index] ?? '')))
    throw badInput('after must be an endCursor of this connection.');
  return { first: size, after: key };
}

function textsAndId(count: number): readonly CursorPart[] {
  return Array.from({ length: count }, (_, index) => (index === count - 1 ? 'id' : 'text'));
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

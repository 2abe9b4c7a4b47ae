/** One page of a growing list, shaped like a Relay connection. `endCursor` is absent on an empty page. */
export type Page<T> = {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | undefined };
};

/** What a caller asks of a growing list: at most `first` items after the opaque cursor `after`. */
export type PageRequest = { readonly first: number; readonly after: readonly string[] | undefined };

/** The largest page any list serves. */
export const pageSizeMax = 100;

/** Writes the sort key of a row as an opaque cursor; the last part must be unique, so that pages stay stable while rows are inserted. */
export function encodeCursor(key: readonly string[]): string {
  return btoa(encodeURIComponent(JSON.stringify(key)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Reads a cursor of `parts` parts back, or returns nothing when it was not written by {@link encodeCursor}. */
export function decodeCursor(cursor: string, parts: number): readonly string[] | undefined {
  try {
    const key: unknown = JSON.parse(decodeURIComponent(atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))));
    const isKey = Array.isArray(key) && key.length === parts && key.every((part) => typeof part === 'string');
    // One spelling only: base64 and JSON would read others as the same key.
    return isKey && encodeCursor(key) === cursor ? key : undefined;
  } catch {
    return undefined;
  }
}

/** Cuts `first + 1` rows read from storage into a page; the surplus row only tells that another page follows. */
export function toPage<T>(rows: readonly T[], first: number, keyOf: (row: T) => readonly string[]): Page<T> {
  const edges = rows.slice(0, first).map((node) => ({ cursor: encodeCursor(keyOf(node)), node }));
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor } };
}

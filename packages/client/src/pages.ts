/** One page of any connection of the schema. */
type Connection<Node> = {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
};

/**
 * Walks a connection from its first page to its last; `load` fetches the page after a cursor. A connection that is null, because its service
 * gave no answer, ends the walk with an error: a list that stops early would look whole.
 */
export async function* walk<Node>(
  load: (after: string | undefined) => Promise<Connection<Node> | null | undefined>,
): AsyncGenerator<Node> {
  for (let after: string | undefined; ;) {
    const page = await load(after);
    if (!page) throw new Error('The list could not be read to its end: its service gave no answer.');
    const { edges, pageInfo } = page;
    for (const { node } of edges) yield node;
    if (!pageInfo.hasNextPage || !pageInfo.endCursor) return;
    after = pageInfo.endCursor;
  }
}

/** One page of any connection of the schema. */
type Connection<Node> = {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
};

/** Walks a connection from its first page to its last; `load` fetches the page after a cursor. */
export async function* walk<Node>(
  load: (after: string | undefined) => Promise<Connection<Node>>,
): AsyncGenerator<Node> {
  for (let after: string | undefined; ;) {
    const { edges, pageInfo } = await load(after);
    for (const { node } of edges) yield node;
    if (!pageInfo.hasNextPage || !pageInfo.endCursor) return;
    after = pageInfo.endCursor;
  }
}

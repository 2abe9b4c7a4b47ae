import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, Kind, parse, Source } from 'graphql';

/** The SDL of one service: every definition remembers the file it came from. */
export type SubgraphSdl = { readonly name: string; readonly url: string; readonly typeDefs: DocumentNode };

const sharedFile = 'packages/subgraph/shared.graphql';

/**
 * Reads the SDL of every service below `root`: its `*.graphql` files in order of path, with the shared value types included verbatim.
 * Throws when a file is not GraphQL or a service has none. Addresses are placeholders; the gateway is told the real ones when it starts.
 */
export function readSubgraphs(root: string): SubgraphSdl[] {
  return globSync('services/*/package.json', { cwd: root })
    .sort()
    .map((manifest) => {
      const name = manifest.split('/')[1] ?? '';
      return { name, url: `http://${name}.subgraph`, typeDefs: readDocument(root, name) };
    });
}

function readDocument(root: string, name: string): DocumentNode {
  const own = globSync(`services/${name}/src/**/*.graphql`, { cwd: root }).sort();
  if (own.length === 0) throw new Error(`The service ${name} has no *.graphql file below services/${name}/src.`);
  const files = existsSync(join(root, sharedFile)) ? [sharedFile, ...own] : own;
  const documents = files.map((file) => parse(new Source(readFileSync(join(root, file), 'utf8'), file)));
  return { kind: Kind.DOCUMENT, definitions: documents.flatMap(({ definitions }) => definitions) };
}

import { createHash } from 'node:crypto';
import { parse } from 'graphql';
import { z } from 'zod';
import { LruCache } from '../execution/lru-cache.js';
import { canonicalId } from './canonical-operation.js';

/** A list of operations, in the format that client tools write ("persisted query manifest"). */
const manifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string().min(1), name: z.string(), type: z.string(), body: z.string() })),
});

/** Operations that may be run even where free-form ones may not. */
export type TrustedOperations = {
  /** Names of the operations. */
  readonly names: ReadonlySet<string>;
  /** The text of an operation that a client names by its id or by the SHA-256 of its text. */
  textOf(id: string): string | undefined;
  /** True when the text is one of the list, however it is laid out. A text that cannot be parsed is left to the parser to refuse. */
  has(source: string): boolean;
};

const sourcesMax = 2_000;

/** Reads lists; an id in two of them must mean the same. Throws when one is not such a list. */
export function readTrustedOperations(manifests: readonly string[]): TrustedOperations {
  const texts = new Map<string, string>();
  const ids = new Set<string>();
  const names = new Set<string>();
  for (const text of manifests)
    for (const { id, name, body } of manifest.parse(JSON.parse(text)).operations) {
      const known = texts.get(id);
      if (known !== undefined && known !== body) throw new Error(`Two trusted operations have the id ${id}.`);
      texts.set(id, body);
      texts.set(createHash('sha256').update(body).digest('hex'), body);
      ids.add(canonicalId(parse(body)));
      names.add(name);
    }
  const decided = new LruCache<boolean>(sourcesMax);
  return {
    names,
    textOf: (id) => texts.get(id),
    has: (source) =>
      // A digest is kept instead of the text, because clients choose how long texts are.
      decided.getOrMake(createHash('sha256').update(source).digest('base64'), () => isListed(source, ids)),
  };
}

function isListed(source: string, ids: ReadonlySet<string>): boolean {
  try {
    // As large as a body may be: what this parser gave up on and the next one reads would run untrusted.
    return ids.has(canonicalId(parse(source, { noLocation: true })));
  } catch {
    return true;
  }
}

import type { ConstDirectiveNode } from 'graphql';
import { argumentsOf, type FieldInfo, type SupergraphIndex, type TypeInfo } from '../supergraph-index.js';

/** Who may be given what was kept. */
export type CacheScope = 'PUBLIC' | 'PRIVATE';

/** One `@cacheControl`: seconds, whose, and whether the field keeps as long as the one above it. */
export type CacheHint = { readonly maxAge?: number; readonly scope?: CacheScope; readonly inheritMaxAge?: boolean };

/** What the supergraph says about keeping answers. */
export type CacheHints = {
  /** Whether it says anything at all. */
  readonly isUsed: boolean;
  ofField(field: FieldInfo): CacheHint;
  ofType(typeName: string): CacheHint;
};

const silent: CacheHint = {};

/** Reads `@cacheControl`, whatever the services call it. */
export function readCacheHints({ types, localName }: SupergraphIndex): CacheHints {
  const name = localName('cacheControl', 'cacheControl');
  const read = (directives: readonly ConstDirectiveNode[]): CacheHint => {
    const directive = directives.find((one) => one.name.value === name);
    return directive ? hintOf(argumentsOf(directive)) : silent;
  };
  const isHinted = (type: TypeInfo): boolean =>
    read(type.directives) !== silent || [...type.fields.values()].some(({ directives }) => read(directives) !== silent);
  return {
    isUsed: [...types.values()].some(isHinted),
    ofField: ({ directives }) => read(directives),
    ofType: (typeName) => read(types.get(typeName)?.directives ?? []),
  };
}

function hintOf({ maxAge, scope, inheritMaxAge }: Readonly<Record<string, unknown>>): CacheHint {
  const whose: CacheHint = scope === 'PUBLIC' || scope === 'PRIVATE' ? { scope } : {};
  // As in Apollo Server, a field that inherits has no age of its own.
  if (inheritMaxAge === true) return { ...whose, inheritMaxAge: true };
  // Federation writes integers as text when it reads them without a schema.
  const seconds = maxAge === undefined || maxAge === null ? NaN : Number(maxAge);
  return Number.isFinite(seconds) ? { ...whose, maxAge: Math.max(seconds, 0) } : whose;
}

import type { ConstDirectiveNode } from 'graphql';
import { argumentsOf, type SupergraphIndex, type TypeInfo } from '../supergraph-index.js';

/**
 * One thing a caller must show. Scopes and policies are an OR of ANDs, as the Federation specification has them: one of the inner
 * lists must hold as a whole.
 */
export type Requirement =
  | { readonly kind: 'authenticated' }
  | { readonly kind: 'scopes' | 'policies'; readonly anyOf: readonly (readonly string[])[] };

/** What the composed supergraph asks of callers. A field needs every requirement in its list; most need none. */
export type AccessRules = {
  readonly requirements: readonly Requirement[];
  /** Positions in `requirements`, for a field selected on a type by these names. */
  ofField(typeName: string, fieldName: string): readonly number[];
};

const none: readonly number[] = [];

/**
 * Reads `@authenticated`, `@requiresScopes` and `@policy`, which composition has already merged over all services. A field needs what
 * stands at itself, at the type it is selected on and at the type it returns; through an interface or union it needs what every object
 * type behind it needs, because the plan does not know which one will answer.
 */
export function readAccessRules(index: SupergraphIndex): AccessRules {
  const collected = new Map<string, { readonly position: number; readonly requirement: Requirement }>();
  const readers = createReaders(index);
  const requirementsAt = (directives: readonly ConstDirectiveNode[]): readonly number[] =>
    directives.flatMap((directive) => {
      const requirement = readers.get(directive.name.value)?.(directive);
      if (!requirement) return [];
      const name = JSON.stringify(requirement);
      const known = collected.get(name) ?? { position: collected.size, requirement };
      collected.set(name, known);
      return [known.position];
    });
  const ofTypes = new Map<string, readonly number[]>();
  const ofFields = new Map<string, readonly number[]>();
  for (const type of index.types.values()) {
    keep(ofTypes, type.name, requirementsAt(type.directives));
    for (const field of type.fields.values())
      keep(ofFields, `${type.name}.${field.name}`, requirementsAt(field.directives));
  }
  const resolve = (typeName: string, fieldName: string): readonly number[] =>
    union([
      ...holdersOf(index.types.get(typeName), typeName).flatMap((holder) => [
        ofTypes.get(holder) ?? none,
        ofFields.get(`${holder}.${fieldName}`) ?? none,
      ]),
      ofTypes.get(index.types.get(typeName)?.fields.get(fieldName)?.namedType ?? '') ?? none,
    ]);
  return { requirements: [...collected.values()].map(({ requirement }) => requirement), ofField: remember(resolve) };
}

function keep(map: Map<string, readonly number[]>, name: string, positions: readonly number[]): void {
  if (positions.length > 0) map.set(name, positions);
}

function holdersOf(type: TypeInfo | undefined, typeName: string): readonly string[] {
  return [...new Set([typeName, ...(type?.possibleTypes ?? [])])];
}

function union(lists: readonly (readonly number[])[]): readonly number[] {
  const positions = new Set(lists.flat());
  return positions.size === 0 ? none : [...positions].sort((left, right) => left - right);
}

function remember(resolve: AccessRules['ofField']): AccessRules['ofField'] {
  const known = new Map<string, readonly number[]>();
  return (typeName, fieldName) => {
    const coordinate = `${typeName}.${fieldName}`;
    const found = known.get(coordinate) ?? resolve(typeName, fieldName);
    known.set(coordinate, found);
    return found;
  };
}

type Reader = (directive: ConstDirectiveNode) => Requirement | undefined;

function createReaders({ localName }: SupergraphIndex): ReadonlyMap<string, Reader> {
  return new Map<string, Reader>([
    [localName('authenticated', 'authenticated'), () => ({ kind: 'authenticated' })],
    [localName('requiresScopes', 'requiresScopes'), (directive) => readAnyOf('scopes', directive)],
    [localName('policy', 'policy'), (directive) => readAnyOf('policies', directive)],
  ]);
}

/** An empty list asks for nothing, as composition reads it too when it merges several services. */
function readAnyOf(kind: 'scopes' | 'policies', directive: ConstDirectiveNode): Requirement | undefined {
  const value = argumentsOf(directive)[kind];
  const lists: readonly unknown[] = Array.isArray(value) ? value : [value];
  const anyOf = lists.map((names) => (Array.isArray(names) ? names.map(String) : [String(names)]));
  return anyOf.length === 0 ? undefined : { kind, anyOf };
}

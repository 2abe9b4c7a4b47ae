import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';
import { isIncluded } from '../is-included.js';
import type { SupergraphIndex, TypeInfo } from '../supergraph-index.js';
import type { FilteredDocument } from './filter-document.js';

/** Data in the shape the client asked for, and one error for every place where a field was denied. */
export type CompletedAnswer = {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly GraphQLError[];
};

/** The operation as the client sent it, what was left of it, and the variables of this request. */
export type DeniedRequest = {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly filtered: FilteredDocument;
  readonly variables: Readonly<Record<string, unknown>>;
};

type Path = { readonly previous: Path | undefined; readonly key: string | number };
type Data = Readonly<Record<string, unknown>>;

/**
 * Answers the client's operation from the data of the filtered one: what was taken out is null with UNAUTHORIZED_FIELD_OR_TYPE at its
 * path, and a null where none may be climbs to the nearest parent that may be null, as if the field's resolver had refused. Only parts
 * of the answer that lost something are rebuilt.
 */
export function completeDenied(data: Data | null, request: DeniedRequest, index: SupergraphIndex): CompletedAnswer {
  if (data === null) return { data, errors: [] };
  const errors: GraphQLError[] = [];
  const completer = new Completer(request, index, errors);
  const root = index.rootType(request.operation.operation);
  const completed = completer.object(data, { sets: [request.operation.selectionSet], type: root, path: undefined });
  return { data: completed ?? null, errors };
}

type ObjectPlace = {
  readonly sets: readonly SelectionSetNode[];
  readonly type: TypeInfo | undefined;
  readonly path: Path | undefined;
};

class Completer {
  readonly #request: DeniedRequest;
  readonly #index: SupergraphIndex;
  readonly #errors: GraphQLError[];

  constructor(request: DeniedRequest, index: SupergraphIndex, errors: GraphQLError[]) {
    this.#request = request;
    this.#index = index;
    this.#errors = errors;
  }

  /** The object again with its denied fields, or undefined when one of them may not be null. */
  object(data: Data, { sets, type, path }: ObjectPlace): Data | undefined {
    const { removed, typeAlias } = this.#request.filtered;
    const named = data[typeAlias];
    const actual = typeof named === 'string' ? this.#index.types.get(named) : type;
    const completed: Record<string, unknown> = {};
    for (const [key, nodes] of this.#collect(sets, actual)) {
      const place: Path = { previous: path, key };
      const declared = actual?.fields.get(nodes[0]?.name.value ?? '')?.type;
      const isRemoved = nodes.some((node) => removed.has(node));
      if (isRemoved) this.#errors.push(deniedError(nodes, place));
      const value = isRemoved ? null : this.#value(data[key], { nodes, declared, path: place });
      // A null that the executor left standing has climbed as far as it must.
      const isNulledHere = value === null && (isRemoved || data[key] !== null);
      if (isNulledHere && declared?.kind === Kind.NON_NULL_TYPE) return undefined;
      if (value !== undefined) completed[key] = value;
    }
    return completed;
  }

  /** A value as it stands, or, where something was taken out below it, rebuilt: null where a null had to climb to it. */
  #value(value: unknown, place: { nodes: readonly FieldNode[]; declared: TypeNode | undefined; path: Path }): unknown {
    const { nodes, declared, path } = place;
    const { changed } = this.#request.filtered;
    if (value === null || value === undefined || !nodes.some((node) => changed.has(node))) return value;
    const nullable = declared?.kind === Kind.NON_NULL_TYPE ? declared.type : declared;
    if (Array.isArray(value)) {
      const ofItem = nullable?.kind === Kind.LIST_TYPE ? nullable.type : undefined;
      const items: unknown[] = [];
      for (const [position, item] of value.entries()) {
        const completed = this.#value(item, { nodes, declared: ofItem, path: { previous: path, key: position } });
        if (completed === null && item !== null && ofItem?.kind === Kind.NON_NULL_TYPE) return null;
        items.push(completed);
      }
      return items;
    }
    const type = this.#index.types.get(nullable?.kind === Kind.NAMED_TYPE ? nullable.name.value : '');
    const sets = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
    return isData(value) ? (this.object(value, { sets, type, path }) ?? null) : value;
  }

  /** CollectFields of the specification: the fields asked of an object of this type, by response name in the order of the document. */
  #collect(sets: readonly SelectionSetNode[], type: TypeInfo | undefined): ReadonlyMap<string, readonly FieldNode[]> {
    const fields = new Map<string, FieldNode[]>();
    const visited = new Set<string>();
    const collect = (set: SelectionSetNode): void => {
      for (const selection of set.selections) {
        if (!isIncluded(selection, this.#request.variables)) continue;
        if (selection.kind === Kind.FIELD) {
          const key = (selection.alias ?? selection.name).value;
          const nodes = fields.get(key);
          if (nodes) nodes.push(selection);
          else fields.set(key, [selection]);
          continue;
        }
        const fragment = this.#fragmentOf(selection, visited);
        if (fragment && this.#applies(fragment.condition, type)) collect(fragment.set);
      }
    };
    for (const set of sets) collect(set);
    return fields;
  }

  #fragmentOf(
    selection: Exclude<SelectionSetNode['selections'][number], FieldNode>,
    visited: Set<string>,
  ): { condition: string | undefined; set: SelectionSetNode } | undefined {
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return { condition: selection.typeCondition?.name.value, set: selection.selectionSet };
    const name = selection.name.value;
    if (visited.has(name)) return undefined;
    visited.add(name);
    const fragment = this.#request.fragments.get(name);
    return fragment && { condition: fragment.typeCondition.name.value, set: fragment.selectionSet };
  }

  #applies(condition: string | undefined, type: TypeInfo | undefined): boolean {
    if (condition === undefined || condition === type?.name) return true;
    return type !== undefined && (this.#index.types.get(condition)?.possibleTypes.has(type.name) ?? false);
  }
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The refusal of one field, in words that say nothing about what it would have answered. */
export function deniedError(nodes: readonly FieldNode[], path: Path): GraphQLError {
  const keys: (string | number)[] = [];
  for (let place: Path | undefined = path; place; place = place.previous) keys.unshift(place.key);
  return new GraphQLError('The token does not allow this field.', {
    nodes,
    path: keys,
    extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
  });
}

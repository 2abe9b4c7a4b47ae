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
  return { data: completed === nulled ? null : completed, errors };
}

/** Stands for a null that was made here, and may have to climb. */
const nulled = Symbol('nulled');

type ValuePlace = {
  readonly nodes: readonly FieldNode[];
  readonly declared: TypeNode | undefined;
  readonly path: Path;
};

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

  /** The object again with its denied fields, or `nulled` when one of them may not be null. */
  object(data: Data, { sets, type, path }: ObjectPlace): Data | typeof nulled {
    const actual = this.#actualType(data) ?? type;
    const completed: Record<string, unknown> = {};
    for (const [key, nodes] of this.#collect(sets, actual)) {
      const declared = declaredType(actual, nodes);
      const value = this.#field(data[key], { nodes, declared, path: { previous: path, key } });
      if (value === nulled && declared?.kind === Kind.NON_NULL_TYPE) return nulled;
      if (value !== undefined) completed[key] = value === nulled ? null : value;
    }
    return completed;
  }

  #actualType(data: Data): TypeInfo | undefined {
    const name = data[this.#request.filtered.typeAlias];
    return typeof name === 'string' ? this.#index.types.get(name) : undefined;
  }

  #field(value: unknown, place: ValuePlace): unknown {
    const { removed, changed } = this.#request.filtered;
    if (place.nodes.some((node) => removed.has(node))) {
      this.#errors.push(deniedError(place.nodes, place.path));
      return nulled;
    }
    return place.nodes.some((node) => changed.has(node)) ? this.#value(value, place) : value;
  }

  /** A value below which something was taken out. A null that the executor left standing has climbed as far as it must. */
  #value(value: unknown, place: ValuePlace): unknown {
    const { nodes, declared, path } = place;
    const nullable = declared?.kind === Kind.NON_NULL_TYPE ? declared.type : declared;
    if (Array.isArray(value)) {
      return this.#list(value, { ...place, declared: nullable?.kind === Kind.LIST_TYPE ? nullable.type : undefined });
    }
    if (!isData(value)) return value;
    const type = this.#index.types.get(nullable?.kind === Kind.NAMED_TYPE ? nullable.name.value : '');
    return this.object(value, { sets: nodes.flatMap(({ selectionSet }) => selectionSet ?? []), type, path });
  }

  /** A list whose items are of the type that is declared. */
  #list(list: readonly unknown[], { nodes, declared, path }: ValuePlace): unknown {
    const items: unknown[] = [];
    for (const [position, item] of list.entries()) {
      const completed = this.#value(item, { nodes, declared, path: { previous: path, key: position } });
      if (completed === nulled && declared?.kind === Kind.NON_NULL_TYPE) return nulled;
      items.push(completed === nulled ? null : completed);
    }
    return items;
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

/** All nodes of one response name are the same field of the type; validation saw to it. */
function declaredType(type: TypeInfo | undefined, [first]: readonly FieldNode[]): TypeNode | undefined {
  return first && type?.fields.get(first.name.value)?.type;
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

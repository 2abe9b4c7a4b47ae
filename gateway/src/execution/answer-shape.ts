import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { collectFields, type CollectedFields } from './collect-fields.js';
import { compileLeaf, type CompleteLeaf } from './complete-leaf.js';
import { isIntrospection } from './plan-selections.js';
import type { ResponseNames } from './response-names.js';

/** How a value of one type is completed. */
export type ValueShape =
  | { readonly kind: 'leaf'; readonly complete: CompleteLeaf }
  | { readonly kind: 'list'; readonly item: ValueShape; readonly isItemNonNull: boolean }
  | { readonly kind: 'composite'; readonly composite: CompositeShape };

/** One field of the client's answer. */
export type FieldShape = {
  readonly kind: 'field';
  readonly responseName: string;
  /** Its name in the data that services gave. */
  readonly source: string;
  readonly coordinate: string;
  readonly isNonNull: boolean;
  readonly value: ValueShape;
  /** Completes the value where it is a leaf, and where its name can be assigned to like any other. */
  readonly leaf?: CompleteLeaf;
};

/** What stands at one response name: a field of the services, or something the gateway knows itself. */
export type Slot =
  | FieldShape
  | { readonly kind: 'typename'; readonly responseName: string }
  | { readonly kind: 'introspection'; readonly responseName: string; readonly nodes: readonly FieldNode[] };

/** What an object of one type looks like to the client. */
export type ObjectShape = {
  readonly slots: readonly Slot[];
  /** Undefined for an interface that a service takes for an object type: the real type is not known then. */
  readonly typename?: string;
};

/** What shapes are made from. */
export type ShapeSource = {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly names: ResponseNames;
};

/** The selections of one place in the answer; the shape for each type is compiled when the first object of it arrives. */
export class CompositeShape {
  readonly type: GraphQLCompositeType;
  readonly #source: ShapeSource;
  readonly #nodes: readonly FieldNode[];
  readonly #shapes = new Map<unknown, ObjectShape | undefined>();
  #only: ObjectShape | undefined;

  constructor(source: ShapeSource, type: GraphQLCompositeType, nodes: readonly FieldNode[]) {
    this.#source = source;
    this.type = type;
    this.#nodes = nodes;
  }

  /** The shape of an object that calls itself by this name; undefined when that is no type the client may see here. */
  shapeOf(typename: unknown): ObjectShape | undefined {
    if (this.#only) return this.#only;
    if (isObjectType(this.type)) return (this.#only = this.#compile(this.type.name));
    if (!this.#shapes.has(typename)) this.#shapes.set(typename, this.#compile(typename ?? this.type.name));
    return this.#shapes.get(typename);
  }

  /** The shapes of every type this can be, for reading a path into a place where no object stands. */
  possibleShapes(): ObjectShape[] {
    if (isObjectType(this.type)) return [this.shapeOf(this.type.name)].filter((one) => one !== undefined);
    return this.#source.schema.getPossibleTypes(this.type).flatMap(({ name }) => this.shapeOf(name) ?? []);
  }

  #compile(typename: unknown): ObjectShape | undefined {
    const { schema } = this.#source;
    const type = typeof typename === 'string' ? schema.getType(typename) : undefined;
    if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
    const isPossible = type === this.type || (!isObjectType(this.type) && schema.isSubType(this.type, type));
    if (!isPossible) return undefined;
    const sets = this.#nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return compileObject(this.#source, type.name, collectFields(this.#source, type, sets));
  }
}

/** Compiles the shape of one object type, or of an interface that a service takes for one. */
export function compileObject(source: ShapeSource, typeName: string, collected: CollectedFields): ObjectShape {
  const type = source.schema.getType(typeName);
  if (!isObjectType(type) && !isInterfaceType(type)) throw new Error('Only objects have fields.');
  const definitions = type.getFields();
  const slots = [...collected].map(([responseName, nodes]): Slot => {
    const [node] = nodes;
    const fieldName = node?.name.value ?? '';
    if (fieldName === '__typename') return { kind: 'typename', responseName };
    if (node && isIntrospection(node)) return { kind: 'introspection', responseName, nodes };
    const definition = definitions[fieldName];
    if (!node || !definition) throw new Error('The operation was not validated against this schema.');
    const value = compileValue(source, definition.type, nodes);
    return {
      kind: 'field',
      responseName,
      source: source.names.nameOf(node),
      coordinate: `${typeName}.${definition.name}`,
      isNonNull: isNonNullType(definition.type),
      value,
      leaf: value.kind === 'leaf' && responseName !== '__proto__' ? value.complete : undefined,
    };
  });
  return { slots, typename: isObjectType(type) ? typeName : undefined };
}

function compileValue(source: ShapeSource, type: GraphQLOutputType, nodes: readonly FieldNode[]): ValueShape {
  if (isNonNullType(type)) return compileValue(source, type.ofType, nodes);
  if (isListType(type))
    return {
      kind: 'list',
      item: compileValue(source, type.ofType, nodes),
      isItemNonNull: isNonNullType(type.ofType),
    };
  if (isLeafType(type)) return { kind: 'leaf', complete: compileLeaf(type) };
  return { kind: 'composite', composite: new CompositeShape(source, type, nodes) };
}

import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type OperationTypeNode,
  parse,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';

/** One argument or input field; `defaultValue` is undefined when there is none. */
export type InputInfo = {
  readonly name: string;
  readonly type: TypeNode;
  readonly namedType: string;
  readonly defaultValue: unknown;
  readonly directives: readonly ConstDirectiveNode[];
};

/** One field as the supergraph declares it. */
export type FieldInfo = {
  readonly name: string;
  readonly type: TypeNode;
  readonly namedType: string;
  /** How many lists are around the named type. */
  readonly listDepth: number;
  readonly args: ReadonlyMap<string, InputInfo>;
  readonly directives: readonly ConstDirectiveNode[];
};

/** One type as the supergraph declares it; `inputs` are the fields of an input object. */
export type TypeInfo = {
  readonly name: string;
  readonly kind: 'object' | 'interface' | 'union' | 'enum' | 'scalar' | 'input';
  readonly fields: ReadonlyMap<string, FieldInfo>;
  readonly inputs: ReadonlyMap<string, InputInfo>;
  /** The object types a value can be of; the type itself when it is one. */
  readonly possibleTypes: ReadonlySet<string>;
  readonly directives: readonly ConstDirectiveNode[];
};

/** The supergraph as what is decided before planning needs it: every type, inaccessible ones too, with its directives. */
export type SupergraphIndex = {
  readonly types: ReadonlyMap<string, TypeInfo>;
  readonly rootType: (operation: OperationTypeNode) => TypeInfo | undefined;
  /** What a directive of a linked feature is called in this supergraph, where services may have renamed it. */
  readonly localName: (feature: string, directive: string) => string;
};

/** Reads a composed supergraph; throws a GraphQLError when it is not SDL. */
export function indexSupergraph(supergraphSdl: string): SupergraphIndex {
  const { definitions } = parse(supergraphSdl, { noLocation: true });
  const possible = collectPossibleTypes(definitions);
  const types = new Map(
    definitions.flatMap((definition): [string, TypeInfo][] => {
      const info = readType(definition, possible);
      return info ? [[info.name, info]] : [];
    }),
  );
  const schema = definitions.find((definition) => definition.kind === Kind.SCHEMA_DEFINITION);
  const roots = new Map(schema?.operationTypes.map(({ operation, type }) => [operation, type.name.value]));
  return {
    types,
    rootType: (operation) => types.get(roots.get(operation) ?? defaultRoots[operation]),
    localName: readLocalNames(schema?.directives ?? []),
  };
}

const defaultRoots = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' };

/** The arguments of a directive as plain values. */
export function argumentsOf(directive: ConstDirectiveNode): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
}

/**
 * `@link(url: ".../FEATURE/v0.1", as: ..., import: [...])` says what a directive of that feature is called here. Without a link the
 * directive's own name counts, so that a supergraph written by hand is not left unprotected.
 */
function readLocalNames(directives: readonly ConstDirectiveNode[]): SupergraphIndex['localName'] {
  const imported = new Map<string, string>();
  const namespaces = new Map<string, string>();
  for (const link of directives.filter(({ name }) => name.value === 'link')) {
    const { url, as, import: imports } = argumentsOf(link);
    const feature = /\/([A-Za-z]\w*)\/v\d/.exec(String(url))?.[1];
    if (feature === undefined) continue;
    namespaces.set(feature, typeof as === 'string' ? as : feature);
    for (const element of Array.isArray(imports) ? imports : []) {
      const [original, renamed] = readImport(element);
      imported.set(`${feature}/${original}`, renamed.replace(/^@/, ''));
    }
  }
  return (feature, directive) => {
    const namespace = namespaces.get(feature);
    const unimported = directive === feature ? namespace : namespace && `${namespace}__${directive}`;
    return imported.get(`${feature}/@${directive}`) ?? unimported ?? directive;
  };
}

function readImport(element: unknown): readonly [original: string, renamed: string] {
  if (typeof element !== 'object' || element === null || !('name' in element))
    return [String(element), String(element)];
  return [String(element.name), String('as' in element ? element.as : element.name)];
}

function collectPossibleTypes(definitions: readonly DefinitionNode[]): ReadonlyMap<string, ReadonlySet<string>> {
  const possible = new Map<string, Set<string>>();
  const add = (type: string, member: string): void => {
    possible.set(type, (possible.get(type) ?? new Set()).add(member));
  };
  for (const definition of definitions) {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) {
      add(definition.name.value, definition.name.value);
      for (const { name } of definition.interfaces ?? []) add(name.value, definition.name.value);
    } else if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
      for (const { name } of definition.types ?? []) add(definition.name.value, name.value);
    }
  }
  return possible;
}

const kinds = {
  [Kind.OBJECT_TYPE_DEFINITION]: 'object',
  [Kind.INTERFACE_TYPE_DEFINITION]: 'interface',
  [Kind.UNION_TYPE_DEFINITION]: 'union',
  [Kind.ENUM_TYPE_DEFINITION]: 'enum',
  [Kind.SCALAR_TYPE_DEFINITION]: 'scalar',
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: 'input',
} as const;

function readType(
  definition: DefinitionNode,
  possible: ReadonlyMap<string, ReadonlySet<string>>,
): TypeInfo | undefined {
  if (!isTypeDefinition(definition)) return undefined;
  const isComposite =
    definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION;
  const isInput = definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION;
  return {
    name: definition.name.value,
    kind: kinds[definition.kind],
    fields: byName(isComposite ? (definition.fields ?? []).map(readField) : []),
    inputs: byName(isInput ? (definition.fields ?? []).map(readInput) : []),
    possibleTypes: possible.get(definition.name.value) ?? new Set(),
    directives: definition.directives ?? [],
  };
}

function isTypeDefinition(
  definition: DefinitionNode,
): definition is Extract<DefinitionNode, { readonly kind: keyof typeof kinds }> {
  return definition.kind in kinds;
}

function readField({ name, type, arguments: args, directives }: FieldDefinitionNode): FieldInfo {
  return {
    name: name.value,
    type,
    ...unwrap(type),
    args: byName((args ?? []).map(readInput)),
    directives: directives ?? [],
  };
}

function readInput({ name, type, defaultValue, directives }: InputValueDefinitionNode): InputInfo {
  return {
    name: name.value,
    type,
    namedType: unwrap(type).namedType,
    defaultValue: defaultValue ? valueFromASTUntyped(defaultValue) : undefined,
    directives: directives ?? [],
  };
}

function unwrap(type: TypeNode): { readonly namedType: string; readonly listDepth: number } {
  if (type.kind === Kind.NAMED_TYPE) return { namedType: type.name.value, listDepth: 0 };
  const inner = unwrap(type.type);
  return type.kind === Kind.LIST_TYPE ? { ...inner, listDepth: inner.listDepth + 1 } : inner;
}

function byName<Item extends { readonly name: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.name, item]));
}

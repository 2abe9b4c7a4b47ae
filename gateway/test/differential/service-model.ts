import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';

/** What federation says of one field in one service. */
export type FieldModel = {
  readonly isExternal: boolean;
  readonly requires?: SelectionSetNode;
  readonly provides?: SelectionSetNode;
  readonly override?: { readonly from: string; readonly label?: string };
};

/** A key by which a service can be entered, or can only refer to the entity elsewhere. */
export type KeyModel = { readonly selection: SelectionSetNode; readonly isResolvable: boolean };

/** One service as its SDL describes it, with a schema that has no resolvers yet. */
export type ServiceModel = {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /** By `Type.field`. */
  readonly fields: ReadonlyMap<string, FieldModel>;
  /** By type. */
  readonly keys: ReadonlyMap<string, readonly KeyModel[]>;
  readonly interfaceObjects: ReadonlySet<string>;
};

/** Reads the directives of a service from its SDL; they are expected under their own names. */
export function readServiceModel(name: string, typeDefs: DocumentNode): ServiceModel {
  const fields = new Map<string, FieldModel>();
  const keys = new Map<string, readonly KeyModel[]>();
  const interfaceObjects = new Set<string>();
  for (const definition of typeDefs.definitions) {
    if (!isComposite(definition)) continue;
    const type = definition.name.value;
    for (const field of definition.fields ?? []) fields.set(`${type}.${field.name.value}`, readField(field));
    const own = directivesOf(definition, 'key').map(readKey);
    if (own.length > 0) keys.set(type, [...(keys.get(type) ?? []), ...own]);
    if (directivesOf(definition, 'interfaceObject').length > 0) interfaceObjects.add(type);
  }
  return { name, schema: buildSubgraphSchema({ typeDefs }), fields, keys, interfaceObjects };
}

/** Reads a field set as the directives write it, without the outer braces. */
export function parseFieldSet(text: string): SelectionSetNode {
  const [definition] = parse(`{ ${text} }`).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`Not a field set: ${text}`);
  return definition.selectionSet;
}

function isComposite(definition: DocumentNode['definitions'][number]) {
  return (
    definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
    definition.kind === Kind.OBJECT_TYPE_EXTENSION ||
    definition.kind === Kind.INTERFACE_TYPE_DEFINITION ||
    definition.kind === Kind.INTERFACE_TYPE_EXTENSION
  );
}

function readField(field: FieldDefinitionNode): FieldModel {
  const requires = stringArgument(directivesOf(field, 'requires')[0], 'fields');
  const provides = stringArgument(directivesOf(field, 'provides')[0], 'fields');
  const [overriding] = directivesOf(field, 'override');
  const from = stringArgument(overriding, 'from');
  return {
    isExternal: directivesOf(field, 'external').length > 0,
    ...(requires === undefined ? {} : { requires: parseFieldSet(requires) }),
    ...(provides === undefined ? {} : { provides: parseFieldSet(provides) }),
    ...(from === undefined ? {} : { override: { from, label: stringArgument(overriding, 'label') } }),
  };
}

function readKey(directive: ConstDirectiveNode): KeyModel {
  const resolvable = directive.arguments?.find((argument) => argument.name.value === 'resolvable')?.value;
  return {
    selection: parseFieldSet(stringArgument(directive, 'fields') ?? ''),
    isResolvable: resolvable?.kind !== Kind.BOOLEAN || resolvable.value,
  };
}

function directivesOf(
  node: { readonly directives?: readonly ConstDirectiveNode[] },
  name: string,
): readonly ConstDirectiveNode[] {
  return (node.directives ?? []).filter((directive) => directive.name.value === name);
}

function stringArgument(directive: ConstDirectiveNode | undefined, name: string): string | undefined {
  const value = directive?.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** The fields of one object in the order of the answer: each response name with every selection of it. */
export type CollectedFields = Map<string, FieldNode[]>;

/** What fields are collected from. */
export type FieldSource = {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
};

/** CollectFields of the specification, for documents whose conditions are decided already. */
export function collectFields(
  source: FieldSource,
  type: GraphQLNamedType,
  selectionSets: readonly SelectionSetNode[],
): CollectedFields {
  const fields: CollectedFields = new Map();
  const visited = new Set<string>();
  const collect = (selectionSet: SelectionSetNode): void => {
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const nodes = fields.get(name);
        if (nodes) nodes.push(selection);
        else fields.set(name, [selection]);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : unvisited(selection.name.value);
      if (fragment && applies(source.schema, fragment.typeCondition?.name.value, type)) collect(fragment.selectionSet);
    }
  };
  const unvisited = (name: string): FragmentDefinitionNode | undefined => {
    if (visited.has(name)) return undefined;
    visited.add(name);
    return source.fragments.get(name);
  };
  for (const selectionSet of selectionSets) collect(selectionSet);
  return fields;
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLNamedType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const conditionType = schema.getType(condition);
  if (!conditionType || !isAbstractType(conditionType)) return false;
  return 'getFields' in type && 'getInterfaces' in type && schema.isSubType(conditionType, type);
}

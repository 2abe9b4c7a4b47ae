import {
  executeSync,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from 'graphql';

/** What introspection fields are answered with. */
export type IntrospectionSource = {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
};

/** Answers one `__schema` or `__type` field, every selection of it together, from the client's schema. Null when it cannot be answered. */
export function introspect(
  { schema, operation, fragments }: IntrospectionSource,
  nodes: readonly FieldNode[],
  variableValues: Readonly<Record<string, unknown>>,
): unknown {
  const selectionSet = { kind: Kind.SELECTION_SET, selections: nodes } as const;
  const used = new Set<string>();
  visit(selectionSet, { Variable: ({ name }) => void used.add(name.value) });
  for (const fragment of fragments.values()) visit(fragment, { Variable: ({ name }) => void used.add(name.value) });
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: OperationTypeNode.QUERY,
        variableDefinitions: operation.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value)),
        selectionSet,
      },
      ...fragments.values(),
    ],
  };
  const { data } = executeSync({ schema, document, variableValues });
  const [node] = nodes;
  return data?.[(node?.alias ?? node?.name)?.value ?? ''] ?? null;
}

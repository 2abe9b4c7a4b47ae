import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionSetNode,
  stripIgnoredCharacters,
} from 'graphql';

/** The one operation of a document that the planner made. */
export function operationOf(document: DocumentNode): OperationDefinitionNode {
  for (const definition of document.definitions) if (definition.kind === Kind.OPERATION_DEFINITION) return definition;
  throw new Error('A plan has a fetch without an operation.');
}

/** What an entity fetch asks of each entity. */
export function entitySelection({ selectionSet }: OperationDefinitionNode): SelectionSetNode {
  const [field] = selectionSet.selections;
  if (field?.kind !== Kind.FIELD || !field.selectionSet) throw new Error('A plan has an entity fetch of no entities.');
  return field.selectionSet;
}

/** The text of a document as services get it. */
export function textOf(document: DocumentNode): string {
  return stripIgnoredCharacters(print(document));
}

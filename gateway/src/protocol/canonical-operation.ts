import { createHash } from 'node:crypto';
import {
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  print,
  type SelectionSetNode,
  type SelectionNode,
  visit,
} from 'graphql';

/**
 * One text for all ways of writing an operation down: without comments, layout and the `__typename` that client libraries add by themselves, and
 * with its fragments in the order of their names.
 */
export function canonicalText(document: DocumentNode): string {
  const stripped = visit(document, { SelectionSet: (node) => withoutAddedTypenames(node) });
  return print({ kind: Kind.DOCUMENT, definitions: stripped.definitions.toSorted(byKindAndName) });
}

/** The id under which a document is trusted: SHA-256 of its {@link canonicalText}, as hexadecimal digits. */
export function canonicalId(document: DocumentNode): string {
  return createHash('sha256').update(canonicalText(document)).digest('hex');
}

function withoutAddedTypenames(node: SelectionSetNode): SelectionSetNode {
  const selections = node.selections.filter((selection) => !isAddedTypename(selection));
  return { ...node, selections: selections.length === 0 ? node.selections.slice(0, 1) : selections };
}

function isAddedTypename(selection: SelectionNode): selection is FieldNode {
  return (
    selection.kind === Kind.FIELD &&
    selection.name.value === '__typename' &&
    selection.alias === undefined &&
    !selection.directives?.length
  );
}

function byKindAndName(one: DefinitionNode, other: DefinitionNode): number {
  const [first, second] = [orderOf(one), orderOf(other)];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

function orderOf(definition: DefinitionNode): string {
  const name = 'name' in definition ? (definition.name?.value ?? '') : '';
  return `${definition.kind === Kind.OPERATION_DEFINITION ? 0 : 1} ${name}`;
}

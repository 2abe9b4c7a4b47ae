import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  type InlineFragmentNode,
  type FragmentSpreadNode,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import type { SupergraphIndex } from '../supergraph-index.js';

/** How many `@guessable` fields of `Query` or `Mutation` an operation asks, each alias of one counted. */
export type GuessableFields = (document: DocumentNode, operationName: string | null | undefined) => number;

/**
 * Reads `@guessable`, whatever the services call it. What `@skip` leaves out is counted too, so that variables are not looked at
 * and each operation is counted once.
 */
export function readGuessableFields(index: SupergraphIndex): GuessableFields {
  const directive = index.localName('guessable', 'guessable');
  const names = new Set(
    [OperationTypeNode.QUERY, OperationTypeNode.MUTATION]
      .flatMap((kind) => [...(index.rootType(kind)?.fields.values() ?? [])])
      .filter(({ directives }) => directives.some(({ name }) => name.value === directive))
      .map(({ name }) => name),
  );
  const known = new WeakMap<DocumentNode, Map<string, number>>();
  return (document, operationName) => {
    if (names.size === 0) return 0;
    const counts = known.get(document) ?? new Map<string, number>();
    known.set(document, counts);
    const name = operationName ?? '';
    const found = counts.get(name) ?? countIn(document, operationName, names);
    counts.set(name, found);
    return found;
  };
}

function countIn(document: DocumentNode, operationName: string | null | undefined, names: ReadonlySet<string>): number {
  const operation = getOperationAST(document, operationName);
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  return operation ? countRoot(operation.selectionSet, { names, fragments }) : 0;
}

type Scope = {
  readonly names: ReadonlySet<string>;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
};

/** Validation has refused fragments that spread themselves, and the limits those that multiply. */
function countRoot({ selections }: SelectionSetNode, scope: Scope): number {
  let count = 0;
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) count += scope.names.has(selection.name.value) ? 1 : 0;
    else count += countRoot(insideOf(selection, scope), scope);
  }
  return count;
}

function insideOf(selection: FragmentSpreadNode | InlineFragmentNode, { fragments }: Scope): SelectionSetNode {
  if (selection.kind === Kind.INLINE_FRAGMENT) return selection.selectionSet;
  return fragments.get(selection.name.value)?.selectionSet ?? { kind: Kind.SELECTION_SET, selections: [] };
}

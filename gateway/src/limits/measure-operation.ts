import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** How large one operation is with every fragment written out where it is spread. Introspection counts no depth: it has its own limit. */
export type OperationMeasure = { readonly depth: number; readonly rootFields: number; readonly selections: number };

/** How many aliases and directives a document has, and the most directives on one of its parts. */
export type DocumentMeasure = {
  readonly aliases: number;
  readonly directives: number;
  readonly directivesPerField: number;
};

/**
 * Measures every operation of a document in time linear in its text: each fragment is measured once, however often and however deep it
 * is spread. Numbers that no computer could count to become Infinity.
 */
export function measureOperations(document: DocumentNode): ReadonlyMap<OperationDefinitionNode, OperationMeasure> {
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const known = new Map<string, OperationMeasure>();
  return new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.OPERATION_DEFINITION ? [[node, measureSet(node.selectionSet, { fragments, known })]] : [],
    ),
  );
}

/** Counts what stands in the text of a document. */
export function measureDocument(document: DocumentNode): DocumentMeasure {
  let aliases = 0;
  let directives = 0;
  let directivesPerField = 0;
  visit(document, {
    enter(node) {
      if (node.kind === Kind.FIELD && node.alias) aliases += 1;
      if (!('directives' in node) || !node.directives) return;
      directives += node.directives.length;
      directivesPerField = Math.max(directivesPerField, node.directives.length);
    },
  });
  return { aliases, directives, directivesPerField };
}

type Fragments = {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly known: Map<string, OperationMeasure>;
};

const nothing: OperationMeasure = { depth: 0, rootFields: 0, selections: 0 };

function measureSet({ selections }: SelectionSetNode, fragments: Fragments): OperationMeasure {
  let depth = 0;
  let rootFields = 0;
  let count = 0;
  for (const selection of selections) {
    const measured = measureSelection(selection, fragments);
    depth = Math.max(depth, measured.depth);
    rootFields += measured.rootFields;
    count += measured.selections;
  }
  return { depth, rootFields, selections: count };
}

function measureSelection(selection: SelectionNode, fragments: Fragments): OperationMeasure {
  if (selection.kind === Kind.FRAGMENT_SPREAD) return withItself(measureFragment(selection.name.value, fragments));
  if (selection.kind === Kind.INLINE_FRAGMENT) return withItself(measureSet(selection.selectionSet, fragments));
  const below = selection.selectionSet ? measureSet(selection.selectionSet, fragments) : nothing;
  const isIntrospection = selection.name.value.startsWith('__');
  return { depth: isIntrospection ? 0 : below.depth + 1, rootFields: 1, selections: below.selections + 1 };
}

function withItself(measure: OperationMeasure): OperationMeasure {
  return { ...measure, selections: measure.selections + 1 };
}

function measureFragment(name: string, fragments: Fragments): OperationMeasure {
  const measured = fragments.known.get(name);
  if (measured) return measured;
  // A fragment inside itself counts nothing here; another rule refuses it.
  fragments.known.set(name, nothing);
  const fragment = fragments.fragments.get(name);
  const measure = fragment ? measureSet(fragment.selectionSet, fragments) : nothing;
  fragments.known.set(name, measure);
  return measure;
}

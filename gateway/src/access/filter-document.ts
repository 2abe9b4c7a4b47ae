import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type VariableNode,
  visit,
} from 'graphql';
import type { SupergraphIndex, TypeInfo } from '../supergraph-index.js';

/** A document without the fields that are denied, and what is needed to answer as if each of them had failed. */
export type FilteredDocument = {
  readonly document: DocumentNode;
  /** Nothing but type names is left: there is nothing to run. */
  readonly isEmpty: boolean;
  /** Fields of the client's document that were taken out. */
  readonly removed: ReadonlySet<FieldNode>;
  /** Fields of the client's document below which something was taken out. */
  readonly changed: ReadonlySet<FieldNode>;
  /** The response name under which objects that lost fields tell their type. */
  readonly typeAlias: string;
};

/** Whether a field selected on a type by these names is denied. */
export type IsDenied = (typeName: string, fieldName: string) => boolean;

/** Takes every denied field out of one operation. Fragments and variables that nothing uses any more go too, so that no service sees them. */
export function filterDocument(
  { document, operation }: { readonly document: DocumentNode; readonly operation: OperationDefinitionNode },
  index: SupergraphIndex,
  isDenied: IsDenied,
): FilteredDocument {
  const rewriter = new Rewriter(document, index, isDenied);
  const root = index.rootType(operation.operation);
  const { set, isKept } = rewriter.selectionSetOf(operation.selectionSet, root);
  const fragments = rewriter.fragmentsUsedBy(set);
  const kept = dropUnusedVariables({ ...operation, selectionSet: set }, fragments);
  return {
    document: { kind: Kind.DOCUMENT, definitions: [kept, ...fragments] },
    isEmpty: !isKept,
    removed: rewriter.removed,
    changed: rewriter.changed,
    typeAlias: rewriter.typeAlias,
  };
}

type Rewritten = { readonly set: SelectionSetNode; readonly isChanged: boolean; readonly isKept: boolean };

class Rewriter {
  readonly removed = new Set<FieldNode>();
  readonly changed = new Set<FieldNode>();
  readonly typeAlias: string;
  readonly #index: SupergraphIndex;
  readonly #isDenied: IsDenied;
  readonly #sources: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #fragments = new Map<string, Rewritten>();

  constructor(document: DocumentNode, index: SupergraphIndex, isDenied: IsDenied) {
    this.#index = index;
    this.#isDenied = isDenied;
    this.#sources = new Map(
      document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
    );
    this.typeAlias = unusedName(document);
  }

  /** The selections of one object; where some are gone the object also tells its type, which decides which fragments were meant. */
  selectionSetOf(set: SelectionSetNode, type: TypeInfo | undefined): Rewritten {
    const rewritten = this.#rewrite(set, type);
    const needsType = rewritten.isChanged && (type?.kind !== 'object' || !rewritten.isKept);
    if (!needsType) return rewritten;
    const typeName: FieldNode = {
      kind: Kind.FIELD,
      alias: { kind: Kind.NAME, value: this.typeAlias },
      name: { kind: Kind.NAME, value: '__typename' },
    };
    return { ...rewritten, set: { ...set, selections: [...rewritten.set.selections, typeName] } };
  }

  fragmentsUsedBy(set: SelectionSetNode): readonly FragmentDefinitionNode[] {
    const names = new Set<string>();
    const pending = [set];
    for (let next = pending.pop(); next; next = pending.pop()) {
      visit(next, {
        FragmentSpread: ({ name }) => {
          const fragment = this.#fragments.get(name.value);
          if (fragment && !names.has(name.value)) pending.push(fragment.set);
          names.add(name.value);
        },
      });
    }
    return [...names].flatMap((name) => {
      const source = this.#sources.get(name);
      const fragment = this.#fragments.get(name);
      return source && fragment ? [{ ...source, selectionSet: fragment.set }] : [];
    });
  }

  #rewrite(set: SelectionSetNode, type: TypeInfo | undefined): Rewritten {
    let isChanged = false;
    const selections = set.selections.flatMap((selection): SelectionNode[] => {
      const kept = this.#selection(selection, type);
      isChanged ||= kept.isChanged;
      return kept.selection ? [kept.selection] : [];
    });
    return { set: isChanged ? { ...set, selections } : set, isChanged, isKept: selections.length > 0 };
  }

  #selection(selection: SelectionNode, type: TypeInfo | undefined): { selection?: SelectionNode; isChanged: boolean } {
    if (selection.kind === Kind.FIELD) return this.#field(selection, type);
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = this.#fragment(selection.name.value);
      return fragment.isKept ? { selection, isChanged: fragment.isChanged } : { isChanged: true };
    }
    const condition = selection.typeCondition?.name.value;
    const inner = this.#rewrite(
      selection.selectionSet,
      condition === undefined ? type : this.#index.types.get(condition),
    );
    if (!inner.isKept) return { isChanged: true };
    return {
      selection: inner.isChanged ? { ...selection, selectionSet: inner.set } : selection,
      isChanged: inner.isChanged,
    };
  }

  #field(field: FieldNode, type: TypeInfo | undefined): { selection?: SelectionNode; isChanged: boolean } {
    const name = field.name.value;
    if (name.startsWith('__') || !type) return { selection: field, isChanged: false };
    if (this.#isDenied(type.name, name)) {
      this.removed.add(field);
      return { isChanged: true };
    }
    const returned = this.#index.types.get(type.fields.get(name)?.namedType ?? '');
    if (!field.selectionSet) return { selection: field, isChanged: false };
    const inner = this.selectionSetOf(field.selectionSet, returned);
    if (!inner.isChanged) return { selection: field, isChanged: false };
    this.changed.add(field);
    return { selection: { ...field, selectionSet: inner.set }, isChanged: true };
  }

  /** Each fragment is rewritten once: what is denied depends on its type condition, not on where it is spread. */
  #fragment(name: string): Rewritten {
    const known = this.#fragments.get(name);
    if (known) return known;
    const source = this.#sources.get(name);
    const empty: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [] };
    const rewritten = source
      ? this.#rewrite(source.selectionSet, this.#index.types.get(source.typeCondition.name.value))
      : { set: empty, isChanged: true, isKept: false };
    this.#fragments.set(name, rewritten);
    return rewritten;
  }
}

/** A response name that the client uses nowhere. */
function unusedName(document: DocumentNode): string {
  const used = new Set<string>();
  visit(document, { Field: ({ alias, name }) => void used.add((alias ?? name).value) });
  let name = 'accessType';
  while (used.has(name)) name += '_';
  return name;
}

function dropUnusedVariables(
  operation: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
): OperationDefinitionNode {
  if (!operation.variableDefinitions?.length) return operation;
  const used = new Set<string>();
  const Variable = ({ name }: VariableNode): void => void used.add(name.value);
  const parts = [operation.selectionSet, ...(operation.directives ?? []), ...fragments];
  for (const part of parts) visit(part, { Variable });
  const variableDefinitions = operation.variableDefinitions.filter(({ variable }) => used.has(variable.name.value));
  return { ...operation, variableDefinitions };
}

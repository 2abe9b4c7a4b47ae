import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { SupergraphIndex, TypeInfo } from '../supergraph-index.js';

/** Where a field of the text stands, from the root of the answer, without places in lists. */
export type FieldPath = { readonly previous: FieldPath | undefined; readonly key: string };

/** Told of one field, the type it is selected on, and its place. */
export type VisitField = (type: TypeInfo, field: FieldNode, path: FieldPath) => void;

/** An operation with what its names mean. */
export type FieldSource = {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly index: SupergraphIndex;
};

type Place = { readonly type: TypeInfo | undefined; readonly path: FieldPath | undefined };

/** Visits every field of the text of an operation once; those of a fragment where it is spread first. */
export function visitFields({ operation, fragments, index }: FieldSource, visitField: VisitField): void {
  const visited = new Set<string>();
  const walk = (set: SelectionSetNode, place: Place): void => {
    for (const selection of set.selections) step(selection, place);
  };
  const step = (selection: SelectionNode, place: Place): void => {
    if (selection.kind === Kind.FIELD) return enterField(selection, place);
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value;
      return walk(
        selection.selectionSet,
        condition === undefined ? place : { ...place, type: index.types.get(condition) },
      );
    }
    const fragment = fragments.get(selection.name.value);
    if (!fragment || visited.has(selection.name.value)) return undefined;
    visited.add(selection.name.value);
    return walk(fragment.selectionSet, { ...place, type: index.types.get(fragment.typeCondition.name.value) });
  };
  const enterField = (field: FieldNode, { type, path: previous }: Place): void => {
    if (!type || field.name.value.startsWith('__')) return;
    const path = { previous, key: (field.alias ?? field.name).value };
    visitField(type, field, path);
    const returned = type.fields.get(field.name.value)?.namedType ?? '';
    if (field.selectionSet) walk(field.selectionSet, { type: index.types.get(returned), path });
  };
  walk(operation.selectionSet, { type: index.rootType(operation.operation), path: undefined });
}

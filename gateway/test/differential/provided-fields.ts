import { Kind, type SelectionNode, type SelectionSetNode } from 'graphql';
import { isInstance } from './deterministic-data.js';

/**
 * What a service may answer below a field: what the field's `@provides` lists, and what a `@provides` further up lists there. Absent
 * when the field is on no provided path.
 */
export function providedBelow(
  provides: SelectionSetNode | undefined,
  inherited: SelectionSetNode | undefined,
  fieldName: string,
): SelectionSetNode | undefined {
  const matching = fieldsOf(inherited).filter((selection) => selection.name === fieldName);
  if (!provides && matching.length === 0) return undefined;
  const selections = [...(provides?.selections ?? []), ...matching.flatMap(({ below }) => below)];
  return { kind: Kind.SELECTION_SET, selections };
}

/** Marks every instance in a value with what may be answered of it. */
export function withProvided(value: unknown, provided: SelectionSetNode | undefined): unknown {
  if (!provided) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => withProvided(item, provided));
  return isInstance(value) ? { ...value, provided } : value;
}

type ProvidedField = { readonly name: string; readonly below: readonly SelectionNode[] };

function fieldsOf(selectionSet: SelectionSetNode | undefined): ProvidedField[] {
  return (selectionSet?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet);
    if (selection.kind !== Kind.FIELD) return [];
    return [{ name: selection.name.value, below: selection.selectionSet?.selections ?? [] }];
  });
}

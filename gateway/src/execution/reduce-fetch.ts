import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { type FieldNode, Kind, type SelectionSetNode, visit } from 'graphql';
import type { RequirementIndex } from './requirement-index.js';
import { entitySelection, operationOf } from './service-documents.js';
import type { FetchPart } from './split-conflicts.js';

/**
 * The part of an entity fetch that needs nothing but keys, for entities whose other inputs never come: they failed, or belong to fields
 * that were asked of another type. Undefined when all or none of the fields need more.
 */
export function reduceFetch(part: FetchPart, index: RequirementIndex): FetchPart | undefined {
  if (!part.requires) return undefined;
  const dependent = new Set<FieldNode>();
  const inputs = new Set<string>();
  const keys = new Set<string>();
  let isMixed = false;
  const read = ({ selections }: SelectionSetNode, typeName: string): void => {
    for (const key of index.keyFieldsOf(typeName, part.node.serviceName)) keys.add(key);
    for (const node of selections) {
      if (node.kind === Kind.INLINE_FRAGMENT) read(node.selectionSet, node.typeCondition?.name.value ?? typeName);
      if (node.kind !== Kind.FIELD || node.name.value === '__typename') continue;
      const required = index.requiredBy(typeName, node.name.value, part.node.serviceName);
      if (required.size > 0) dependent.add(node);
      else isMixed = true;
      for (const name of required) inputs.add(name);
    }
  };
  read(entitySelection(operationOf(part.document)), '');
  if (dependent.size === 0 || !isMixed) return undefined;
  return {
    node: part.node,
    document: visit(part.document, {
      Field: (field) => (dependent.has(field) ? null : undefined),
      InlineFragment: { leave: (fragment) => (fragment.selectionSet.selections.length === 0 ? null : undefined) },
    }),
    requires: withoutInputs(part.requires, (name) => inputs.has(name) && !keys.has(name)),
  };
}

function withoutInputs(
  selections: readonly QueryPlanSelectionNode[],
  isLeftOut: (name: string) => boolean,
): QueryPlanSelectionNode[] {
  return selections.flatMap((selection): QueryPlanSelectionNode[] => {
    if (selection.kind === 'Field') return isLeftOut(selection.name) ? [] : [selection];
    return [{ ...selection, selections: withoutInputs(selection.selections, isLeftOut) }];
  });
}

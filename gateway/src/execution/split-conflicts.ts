import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type DocumentNode, type FieldNode, Kind, type SelectionSetNode, visit } from 'graphql';
import type { RequiredField } from './field-requirements.js';
import { entitySelection, operationOf } from './service-documents.js';
import type { RequirementIndex } from './requirement-index.js';

/** A fetch of the plan, or the part of it that can be asked at once. */
export type FetchPart = {
  readonly node: FetchNode;
  readonly document: DocumentNode;
  readonly requires?: readonly QueryPlanSelectionNode[];
};

type FieldInputs = ReadonlyMap<string, string>;
type Group = { readonly inputs: Map<string, string>; readonly fields: Set<FieldNode> };

/**
 * Splits an entity fetch in which two fields need the same input with different arguments: a representation has one place for it, so each
 * is asked with representations of its own.
 */
export function splitConflicts(node: FetchNode, index: RequirementIndex): FetchPart[] {
  const document = node.operationDocumentNode;
  if (!document) throw new Error('A plan has a fetch without a document.');
  const whole: FetchPart = { node, document, requires: node.requires };
  if (!node.requires || index.requiredFields.size === 0) return [whole];
  const groups = groupFields(entitySelection(operationOf(document)), node.serviceName, index);
  if (groups.length < 2) return [whole];
  return groups.map((group) => ({
    node,
    document: keepFields(document, group, groups),
    requires: keepInputs(node.requires ?? [], group.inputs, index.requiredFields),
  }));
}

function groupFields(selectionSet: SelectionSetNode, service: string, index: RequirementIndex): Group[] {
  const groups: Group[] = [];
  const visitFields = (selections: SelectionSetNode, typeName: string): void => {
    for (const selection of selections.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT)
        visitFields(selection.selectionSet, selection.typeCondition?.name.value ?? typeName);
      else if (selection.kind === Kind.FIELD && selection.name.value !== '__typename')
        join(groups, selection, index.inputsOf(typeName, selection.name.value, service));
    }
  };
  visitFields(selectionSet, '');
  return groups;
}

function join(groups: Group[], field: FieldNode, inputs: FieldInputs): void {
  const group = groups.find(({ inputs: taken }) =>
    [...inputs].every(([path, name]) => taken.get(path) === undefined || taken.get(path) === name),
  );
  if (!group) groups.push({ inputs: new Map(inputs), fields: new Set([field]) });
  else {
    group.fields.add(field);
    for (const [path, name] of inputs) group.inputs.set(path, name);
  }
}

function keepFields(document: DocumentNode, group: Group, groups: readonly Group[]): DocumentNode {
  const others = new Set(groups.filter((one) => one !== group).flatMap(({ fields }) => [...fields]));
  return visit(document, {
    Field: (field) => (others.has(field) ? null : undefined),
    InlineFragment: { leave: (fragment) => (fragment.selectionSet.selections.length === 0 ? null : undefined) },
  });
}

/** Of the inputs with arguments, only those that the group's fields need. */
function keepInputs(
  selections: readonly QueryPlanSelectionNode[],
  inputs: FieldInputs,
  requiredFields: ReadonlyMap<string, RequiredField>,
  parent = '',
): QueryPlanSelectionNode[] {
  return selections.flatMap((selection): QueryPlanSelectionNode[] => {
    if (selection.kind === 'InlineFragment')
      return [{ ...selection, selections: keepInputs(selection.selections, inputs, requiredFields, parent) }];
    const required = requiredFields.get(selection.name);
    const path = `${parent}/${required?.fieldName ?? selection.name}`;
    if (required && inputs.get(path) !== selection.name) return [];
    if (!selection.selections) return [selection];
    return [{ ...selection, selections: keepInputs(selection.selections, inputs, requiredFields, path) }];
  });
}

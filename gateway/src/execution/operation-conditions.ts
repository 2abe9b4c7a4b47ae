import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  visit,
} from 'graphql';

/** The variables that `@skip` and `@include` read anywhere in the document, in the order they appear. */
export function conditionVariables(document: DocumentNode): string[] {
  const variables = new Set<string>();
  visit(document, {
    Directive(node) {
      const value = conditionOf(node);
      if (value?.kind === Kind.VARIABLE) variables.add(value.name.value);
    },
  });
  return [...variables];
}

/**
 * The operation and its fragments without what `@skip` and `@include` leave out, and without those directives: a plan for conditions that
 * are decided needs no branches, and no reading of conditions in one place can differ from another's.
 */
export function withoutConditions(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  isIncluded: (variable: string) => boolean,
): { operation: OperationDefinitionNode; fragments: Map<string, FragmentDefinitionNode> } {
  const decide = { enter: (node: SelectionNode) => decideSelection(node, isIncluded) };
  const rules = { Field: decide, InlineFragment: decide, FragmentSpread: decide };
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, visit(definition, rules));
  return { operation: visit(operation, rules), fragments };
}

function decideSelection(node: SelectionNode, isTrue: (variable: string) => boolean): SelectionNode | null | undefined {
  const conditions = node.directives?.filter((directive) => conditionOf(directive)) ?? [];
  if (conditions.length === 0) return undefined;
  const isLeftOut = conditions.some((directive) => {
    const value = conditionOf(directive);
    const holds = value?.kind === Kind.VARIABLE ? isTrue(value.name.value) : value?.value === true;
    return holds === (directive.name.value === 'skip');
  });
  if (isLeftOut) return null;
  return { ...node, directives: node.directives?.filter((directive) => !conditions.includes(directive)) };
}

function conditionOf({ name, arguments: given = [] }: DirectiveNode) {
  if (name.value !== 'skip' && name.value !== 'include') return undefined;
  const value = given.find((argument) => argument.name.value === 'if')?.value;
  return value?.kind === Kind.VARIABLE || value?.kind === Kind.BOOLEAN ? value : undefined;
}

import { type DirectiveNode, Kind, type SelectionNode } from 'graphql';

/** Whether `@skip` and `@include` leave a selection in, for variables that have been coerced. */
export function isIncluded({ directives }: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  if (!directives || directives.length === 0) return true;
  return directives.every(({ name, arguments: args }) => {
    if (name.value === 'skip') return !condition(args, variables);
    return name.value !== 'include' || condition(args, variables);
  });
}

function condition(args: DirectiveNode['arguments'], variables: Readonly<Record<string, unknown>>): boolean {
  const value = args?.find(({ name }) => name.value === 'if')?.value;
  if (value?.kind === Kind.VARIABLE) return variables[value.name.value] === true;
  return value?.kind === Kind.BOOLEAN && value.value;
}

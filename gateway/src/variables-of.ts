import { type OperationDefinitionNode, valueFromASTUntyped } from 'graphql';

/** The variables of a request with the defaults of its operation for those left out; the types were checked when it was validated. */
export function variablesOf(
  { variableDefinitions }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>> | undefined,
): Readonly<Record<string, unknown>> {
  const variables = given ?? {};
  let completed: Record<string, unknown> | undefined;
  for (const { variable, defaultValue } of variableDefinitions ?? []) {
    const name = variable.name.value;
    if (!defaultValue || Object.hasOwn(variables, name)) continue;
    completed ??= { ...variables };
    completed[name] = valueFromASTUntyped(defaultValue);
  }
  return completed ?? variables;
}

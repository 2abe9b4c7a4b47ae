import { type DocumentNode, Kind, type OperationDefinitionNode, visit, type VariableDefinitionNode } from 'graphql';
import type { CompiledFetch } from './compile-fetch.js';
import type { BatchStep, FetchStep, PlanStep, VariableUse } from './plan-steps.js';
import { operationOf, textOf } from './service-documents.js';

/**
 * Puts entity fetches that go to one service at one moment into one operation, each under an alias of its own. Fetches that ask the same of
 * entities in several places become one.
 */
export function batchFetches(fetches: readonly CompiledFetch[]): PlanStep {
  const distinct = new Map<string, CompiledFetch>();
  for (const fetch of fetches) {
    const same = distinct.get(fetch.identity);
    const paths = [...(same?.step.paths ?? []), ...fetch.step.paths];
    const reduced = fetch.step.reduced && { ...fetch.step.reduced, paths };
    distinct.set(fetch.identity, { ...fetch, step: { ...fetch.step, paths, reduced } });
  }
  const [only, ...others] = distinct.values();
  if (!only) throw new Error('A batch of no fetches.');
  return others.length === 0 ? only.step : batch(only.step.service, [only, ...others]);
}

function batch(service: string, fetches: readonly CompiledFetch[]): BatchStep {
  const members = fetches.map(({ step }, index) => ({
    step,
    alias: `entities_${index}`,
    variable: `representations_${index}`,
  }));
  const parts = fetches.map(({ document }, index) => operationOf(aliased(document, index)));
  const [first] = parts;
  const operationName = first?.name?.value;
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [joinOperations(parts)] };
  return {
    kind: 'batch',
    service,
    members,
    operation: {
      query: textOf(document),
      operationName,
      kind: 'query',
      variables: joinVariables(members.map(({ step }) => step)),
    },
  };
}

function aliased(document: DocumentNode, index: number): DocumentNode {
  return visit(document, {
    Variable: (node) =>
      node.name.value === 'representations'
        ? { ...node, name: { kind: Kind.NAME, value: `representations_${index}` } }
        : undefined,
    Field: (node) =>
      node.name.value === '_entities' ? { ...node, alias: { kind: Kind.NAME, value: `entities_${index}` } } : undefined,
  });
}

function joinOperations(parts: readonly OperationDefinitionNode[]): OperationDefinitionNode {
  const variables = new Map<string, VariableDefinitionNode>();
  for (const { variableDefinitions = [] } of parts)
    for (const definition of variableDefinitions) variables.set(definition.variable.name.value, definition);
  const [first] = parts;
  if (!first) throw new Error('A batch of no fetches.');
  return {
    ...first,
    variableDefinitions: [...variables.values()],
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: parts.flatMap(({ selectionSet }) => selectionSet.selections),
    },
  };
}

function joinVariables(steps: readonly FetchStep[]): VariableUse[] {
  const uses = new Map<string, VariableUse>();
  for (const { operation } of steps) for (const use of operation.variables) uses.set(use.name, use);
  return [...uses.values()];
}

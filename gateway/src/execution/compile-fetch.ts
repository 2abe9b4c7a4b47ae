import type { FetchNode } from '@apollo/query-planner';
import {
  type DocumentNode,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { compileRewrites } from './data-rewrites.js';
import type { FetchPart } from './split-conflicts.js';
import { clientVariableOf } from './normalise-operation.js';
import type { DataPath, FetchStep, ServiceOperation } from './plan-steps.js';
import type { PreparedSupergraph } from './prepare-supergraph.js';
import { compileRepresentation } from './select-representations.js';
import { entitySelection, operationOf, textOf } from './service-documents.js';
import type { TypeConditions } from './type-conditions.js';

/** What plans are compiled with. */
export type CompileOptions = { readonly supergraph: PreparedSupergraph; readonly types: TypeConditions };

/** A fetch with its document, from which operations for several fetches at once are made. */
export type CompiledFetch = {
  readonly step: FetchStep;
  readonly document: DocumentNode;
  /** Equal for fetches that differ in nothing but where their entities stand. */
  readonly identity: string;
};

/** Compiles one part of a fetch of the plan, for the objects at a path. Throws when the plan is not what this executor knows. */
export function compileFetch(
  { node, document, requires }: FetchPart,
  path: DataPath,
  options: CompileOptions,
): CompiledFetch {
  const { types, supergraph } = options;
  if (node.contextRewrites?.length) throw new Error('The supergraph uses @fromContext, which is not executed here.');
  const sent = withRequiredFields(document, supergraph);
  const operation = operationOf(document);
  const selection = requires ? entitySelection(operation) : operation.selectionSet;
  const step: FetchStep = {
    kind: 'fetch',
    service: node.serviceName,
    operation: describeOperation(node, sent),
    paths: [path],
    entities: requires && {
      ...compileRepresentation(requires, {
        types,
        requiredFields: supergraph.requiredFields,
        rewrite: compileRewrites(node.inputRewrites, types),
        rewrites: node.inputRewrites,
      }),
    },
    selection,
    bearsObjects: hasObjects(selection),
    rewriteAnswer: compileRewrites(node.outputRewrites, types),
    renamed: renamedIn(node),
    endsMutation: node.operationKind === 'mutation' && hasNonNullRoot(operation, supergraph),
  };
  const asked = print({ ...operationOf(sent), name: undefined });
  const identity = JSON.stringify([asked, requires, node.inputRewrites, node.outputRewrites]);
  return { step, document: sent, identity };
}

function describeOperation(node: FetchNode, document: DocumentNode): ServiceOperation {
  if (node.operationKind === 'subscription') throw new Error('Subscriptions are not executed here.');
  return {
    query: textOf(document),
    operationName: node.operationName,
    kind: node.operationKind,
    variables: (node.variableUsages ?? []).map((name) => ({ name, clientName: clientVariableOf(name) })),
  };
}

/** Fields that exist for the planner alone become the fields they stand for, under the planner's name. */
function withRequiredFields(document: DocumentNode, { requiredFields }: PreparedSupergraph): DocumentNode {
  if (requiredFields.size === 0) return document;
  return visit(document, {
    Field(node) {
      const required = requiredFields.get(node.name.value);
      if (!required) return undefined;
      return {
        ...node,
        alias: node.alias ?? node.name,
        name: { kind: Kind.NAME, value: required.fieldName },
        arguments: required.arguments,
      };
    },
  });
}

function hasObjects({ selections }: SelectionSetNode): boolean {
  return selections.some((one) =>
    one.kind === Kind.FIELD
      ? one.selectionSet !== undefined
      : one.kind !== Kind.INLINE_FRAGMENT || hasObjects(one.selectionSet),
  );
}

function renamedIn(node: FetchNode): Map<string, string> {
  const renamed = new Map<string, string>();
  for (const rewrite of node.outputRewrites ?? [])
    if ('renameKeyTo' in rewrite) renamed.set(rewrite.path.at(-1) ?? '', rewrite.renameKeyTo);
  return renamed;
}

function hasNonNullRoot({ selectionSet }: OperationDefinitionNode, { apiSchema }: PreparedSupergraph): boolean {
  const fields = apiSchema.getMutationType()?.getFields() ?? {};
  return selectionSet.selections.some(
    (selection) => selection.kind === Kind.FIELD && isNonNullType(fields[selection.name.value]?.type),
  );
}

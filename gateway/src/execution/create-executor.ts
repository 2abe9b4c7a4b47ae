import {
  type DocumentNode,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  isObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import type { GatewayContext } from '../subgraph-call.js';
import { Completion } from './complete-answer.js';
import { introspect } from './introspection.js';
import { LruCache } from './lru-cache.js';
import { createMerge } from './merge-answers.js';
import { conditionVariables } from './operation-conditions.js';
import { decidePercentLabel } from './override-labels.js';
import { type PlannedOperation, planOperation, type Planning } from './plan-operation.js';
import type { Data } from './plan-steps.js';
import { prepareSupergraph } from './prepare-supergraph.js';
import { indexRequirements } from './requirement-index.js';
import { type PlanRun, runPlan } from './run-plan.js';
import type { FetchFromSubgraph } from './subgraph-request.js';
import { ToldProblems } from './tell-problems.js';
import { createTypeConditions } from './type-conditions.js';

export type { FetchFromSubgraph, SubgraphCall } from './subgraph-request.js';

/** What an executor is made of. */
export type ExecutorOptions = {
  readonly supergraphSdl: string;
  readonly fetch: FetchFromSubgraph;
  /** Decides a progressive override; without it `percent(n)` labels are decided by the request id and all others are false. */
  readonly overrideLabels?: (label: string, context: GatewayContext) => boolean;
  /** Plans that are kept; 1,000 unless said otherwise. */
  readonly plansMax?: number;
};

/** A validated operation. */
export type KnownOperation = {
  readonly document: DocumentNode;
  readonly operationName?: string | null;
  /** Plans are kept under it: the same key always stands for the same document and operation name. */
  readonly key: string;
};

/** One request for an operation. */
export type ExecutionRequest = KnownOperation & {
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly context: GatewayContext;
};

/** An answer as the specification shapes it; without `data` the operation did not run. */
export type ExecutionAnswer = {
  readonly data?: Data | null;
  readonly errors?: readonly GraphQLError[];
};

/** Executes operations over a supergraph. */
export type GraphExecutor = {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  /** Never rejects: every failure is among the errors. */
  execute(request: ExecutionRequest): Promise<ExecutionAnswer>;
  /** Plans and compiles operations before they are asked for; one that cannot be planned is left for its request to tell. */
  warm(operations: readonly KnownOperation[]): void;
};

type Analysed = { readonly operation: OperationDefinitionNode; readonly conditions: readonly string[] };

/** Builds an executor. Throws when the supergraph cannot be used. */
export function createExecutor(options: ExecutorOptions): GraphExecutor {
  const supergraph = prepareSupergraph(options.supergraphSdl);
  const planning: Planning = {
    supergraph,
    types: createTypeConditions(supergraph.fullSchema),
    requirements: indexRequirements(supergraph.plannerDocument, supergraph.requiredFields),
  };
  const plansMax = options.plansMax ?? 1_000;
  const analysed = new LruCache<Analysed>(plansMax);
  const plans = new LruCache<PlannedOperation>(plansMax);
  const abstractNames = new Set(
    Object.values(supergraph.fullSchema.getTypeMap()).flatMap((type) =>
      'getFields' in type && !isObjectType(type) ? type.name : [],
    ),
  );
  const merge = createMerge(abstractNames);
  const decideLabel =
    options.overrideLabels ?? ((label: string, { requestId }: GatewayContext) => decidePercentLabel(label, requestId));

  const analyse = ({ document, operationName, key }: KnownOperation): Analysed =>
    analysed.getOrMake(key, () => {
      const operation = getOperationAST(document, operationName);
      if (!operation) throw new GraphQLError('The document does not hold one operation of the name asked for.');
      return { operation, conditions: conditionVariables(document) };
    });

  const planFor = (
    { document, key }: KnownOperation,
    { operation, conditions }: Analysed,
    { isIncluded, isOverridden }: { isIncluded: (name: string) => boolean; isOverridden: (label: string) => boolean },
  ): PlannedOperation => {
    const included = conditions.map(isIncluded);
    const overrides = new Map(supergraph.overrideLabels.map((label) => [label, isOverridden(label)]));
    const bits = [...included, ...overrides.values()].map(Number).join('');
    return plans.getOrMake(`${bits} ${key}`, () =>
      planOperation({ document, operation }, { isIncluded, overrides }, planning),
    );
  };

  const run = async (request: ExecutionRequest): Promise<ExecutionAnswer> => {
    const { context } = request;
    const variables = request.variables ?? {};
    const analysis = analyse(request);
    const { coerced, errors } = getVariableValues(
      supergraph.apiSchema,
      analysis.operation.variableDefinitions ?? [],
      variables,
    );
    if (errors) return { errors };
    const planned = planFor(request, analysis, {
      isIncluded: (name) => coerced[name] === true,
      isOverridden: (label) => decideLabel(label, context),
    });
    const planRun: PlanRun = {
      data: {},
      variables,
      context,
      fetch: options.fetch,
      merge,
      problems: [],
      skipped: [],
      isMutationOver: false,
    };
    if (planned.step) await runPlan(planned.step, planRun);
    return complete(planned, planRun, coerced);
  };

  const complete = (planned: PlannedOperation, planRun: PlanRun, coerced: Data): ExecutionAnswer => {
    const { shape, introspection } = planned;
    const told =
      planRun.problems.length === 0
        ? undefined
        : new ToldProblems(planRun, { shape, types: planning.types, abstractNames });
    const completion = new Completion({ introspect: (nodes) => introspect(introspection, nodes, coerced), told });
    const data = completion.complete(shape, planRun.data);
    const errors = told?.finish() ?? completion.errors;
    return errors.length === 0 ? { data } : { data, errors };
  };

  return {
    schema: supergraph.apiSchema,
    execute: (request) => run(request).catch((error: unknown) => ({ errors: [toGraphqlError(error)] })),
    warm: (operations) => {
      for (const operation of operations) {
        try {
          const analysis = analyse(operation);
          for (const value of analysis.conditions.length === 0 ? [true] : [true, false])
            planFor(operation, analysis, { isIncluded: () => value, isOverridden: () => false });
        } catch {
          // The request for it will tell why.
        }
      }
    },
  };
}

function toGraphqlError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  return new GraphQLError('The operation met a fault.', {
    originalError: error instanceof Error ? error : undefined,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
}

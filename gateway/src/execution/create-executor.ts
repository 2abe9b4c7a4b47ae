import { getVariableValues, GraphQLError, type GraphQLSchema } from 'graphql';
import type { GatewayContext } from '../subgraph-call.js';
import { Completion } from './complete-answer.js';
import { introspect } from './introspection.js';
import { createMerge } from './merge-answers.js';
import { decidePercentLabel } from './override-labels.js';
import type { PlannedOperation } from './plan-operation.js';
import { type KnownOperation, PlanStore } from './plan-store.js';
import type { Data } from './plan-steps.js';
import { prepareSupergraph } from './prepare-supergraph.js';
import { indexRequirements } from './requirement-index.js';
import { type PlanRun, runPlan, startRun } from './run-plan.js';
import type { FetchFromSubgraph } from './subgraph-request.js';
import { ToldProblems } from './tell-problems.js';
import { createTypeConditions, type TypeConditions } from './type-conditions.js';

export type { KnownOperation } from './plan-store.js';
export type { FetchFromSubgraph, SubgraphCall } from './subgraph-request.js';

/** What an executor is made of. */
export type ExecutorOptions = {
  readonly supergraphSdl: string;
  readonly fetch: FetchFromSubgraph;
  /** Decides a progressive override; without it `percent(n)` labels are decided by the request id and all others are false. */
  readonly overrideLabels?: (label: string, context: GatewayContext) => boolean;
  /** Told of the plan of each execution, and when it was asked for on the clock of `performance.now()`. */
  readonly onPlan?: (planned: PlannedOperation, startedAt: number) => void;
  /** Plans that are kept; 1,000 unless said otherwise. */
  readonly plansMax?: number;
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

/** Builds an executor. Throws when the supergraph cannot be used. */
export function createExecutor(options: ExecutorOptions): GraphExecutor {
  const supergraph = prepareSupergraph(options.supergraphSdl);
  const types = createTypeConditions(supergraph.fullSchema);
  const requirements = indexRequirements(supergraph.plannerDocument, supergraph.requiredFields);
  const plans = new PlanStore({ supergraph, types, requirements }, options.plansMax ?? 1_000);
  const merge = createMerge(types.abstractNames);
  const isOverridden = options.overrideLabels ?? isPercentLabelOn;

  const run = async (request: ExecutionRequest): Promise<ExecutionAnswer> => {
    const { context } = request;
    const variables = request.variables ?? {};
    const { variableDefinitions = [] } = plans.analyse(request).operation;
    const { coerced, errors } =
      variableDefinitions.length === 0
        ? noVariables
        : getVariableValues(supergraph.apiSchema, variableDefinitions, variables);
    if (errors) return { errors };
    const startedAt = performance.now();
    const planned = plans.planFor(request, {
      isIncluded: (name) => coerced[name] === true,
      isOverridden: (label) => isOverridden(label, context),
    });
    options.onPlan?.(planned, startedAt);
    const planRun = startRun({ variables, context, fetch: options.fetch, merge });
    if (planned.step) await runPlan(planned.step, planRun);
    return answer(planned, planRun, { types, variables: coerced });
  };

  return {
    schema: supergraph.apiSchema,
    execute: (request) => run(request).catch((error: unknown) => ({ errors: [toGraphqlError(error)] })),
    warm: (operations) => {
      for (const operation of operations) plans.warm(operation);
    },
  };
}

/** What coercion gives an operation that declares none, whatever a client sends. */
const noVariables: ReturnType<typeof getVariableValues> = { coerced: {} };

function isPercentLabelOn(label: string, { requestId }: GatewayContext): boolean {
  return decidePercentLabel(label, requestId);
}

function answer(
  { shape, introspection }: PlannedOperation,
  run: PlanRun,
  { types, variables }: { types: TypeConditions; variables: Data },
): ExecutionAnswer {
  const told = run.problems.length === 0 ? undefined : new ToldProblems(run, { shape, types });
  const completion = new Completion({ introspect: (nodes) => introspect(introspection, nodes, variables), told });
  const data = completion.complete(shape, run.data);
  const errors = told?.finish() ?? completion.errors;
  return errors.length === 0 ? { data } : { data, errors };
}

function toGraphqlError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  return new GraphQLError('The operation met a fault.', {
    originalError: error instanceof Error ? error : undefined,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
}

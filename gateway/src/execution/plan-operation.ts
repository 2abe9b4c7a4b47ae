import { operationFromDocument } from '@apollo/federation-internals';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { compileObject, type ObjectShape } from './answer-shape.js';
import { compilePlan } from './compile-plan.js';
import type { IntrospectionSource } from './introspection.js';
import { normaliseOperation } from './normalise-operation.js';
import type { PlanStep } from './plan-steps.js';
import { toPlanningError } from './planning-errors.js';
import type { PreparedSupergraph } from './prepare-supergraph.js';
import type { RequirementIndex } from './requirement-index.js';
import { ResponseNames } from './response-names.js';
import type { TypeConditions } from './type-conditions.js';

/** An operation ready to run, for one decision of each of its conditions and of each override label. */
export type PlannedOperation = {
  /** Undefined when the gateway answers by itself. */
  readonly step?: PlanStep;
  readonly shape: ObjectShape;
  readonly introspection: IntrospectionSource;
};

/** What operations are planned with. */
export type Planning = {
  readonly supergraph: PreparedSupergraph;
  readonly types: TypeConditions;
  readonly requirements: RequirementIndex;
};

/** What the conditions and the labels of one request say. */
export type Decisions = {
  readonly isIncluded: (variable: string) => boolean;
  readonly overrides: ReadonlyMap<string, boolean>;
};

/** Plans and compiles a validated operation. Throws a GraphQLError when it cannot be planned: a plan without a fetch is no plan. */
export function planOperation(
  { document, operation }: { document: DocumentNode; operation: OperationDefinitionNode },
  decisions: Decisions,
  planning: Planning,
): PlannedOperation {
  const { supergraph } = planning;
  const names = new ResponseNames(supergraph.namePrefix);
  const schema = supergraph.apiSchema;
  const normalised = normaliseOperation(document, operation, { schema, names, isIncluded: decisions.isIncluded });
  const { planned, fragments, rootType, rootFields } = normalised;
  return {
    step: planned && plan(planned, decisions, planning),
    shape: compileObject({ schema, fragments, names }, rootType.name, rootFields),
    introspection: { schema, operation: normalised.operation, fragments },
  };
}

function plan(planned: DocumentNode, { overrides }: Decisions, planning: Planning): PlanStep {
  const { planner, plannerSchema } = planning.supergraph;
  try {
    const operation = operationFromDocument(plannerSchema, planned, { validate: false });
    const { node } = planner.buildQueryPlan(operation, { overrideConditions: new Map(overrides) });
    if (!node) throw new Error('No service can answer this operation.');
    if (node.kind === 'Subscription') throw new Error('Subscriptions are not executed here.');
    return compilePlan(node, planning);
  } catch (error) {
    throw toPlanningError(error);
  }
}

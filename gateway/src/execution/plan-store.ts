import { type DocumentNode, getOperationAST, GraphQLError, type OperationDefinitionNode } from 'graphql';
import { LruCache } from './lru-cache.js';
import { conditionVariables } from './operation-conditions.js';
import { type PlannedOperation, planOperation, type Planning } from './plan-operation.js';

/** A validated operation. */
export type KnownOperation = {
  readonly document: DocumentNode;
  readonly operationName?: string | null;
  /** Plans are kept under it: the same key always stands for the same document and operation name. */
  readonly key: string;
};

/** What one request decides: which of its conditions hold, and which override labels do. */
type RequestDecisions = {
  readonly isIncluded: (variable: string) => boolean;
  readonly isOverridden: (label: string) => boolean;
};

/** An operation of a document, and the variables its conditions read. */
type Analysed = { readonly operation: OperationDefinitionNode; readonly conditions: readonly string[] };

/** Keeps what was planned: one plan for an operation and each combination of decisions that was asked for. */
export class PlanStore {
  readonly #planning: Planning;
  readonly #analysed: LruCache<Analysed>;
  readonly #plans: LruCache<PlannedOperation>;

  constructor(planning: Planning, plansMax: number) {
    this.#planning = planning;
    this.#analysed = new LruCache(plansMax);
    this.#plans = new LruCache(plansMax);
  }

  /** The operation that is asked for. Throws a GraphQLError when the document does not hold it. */
  analyse({ document, operationName, key }: KnownOperation): Analysed {
    return this.#analysed.getOrMake(key, () => {
      const operation = getOperationAST(document, operationName);
      if (!operation) throw new GraphQLError('The document does not hold one operation of the name asked for.');
      return { operation, conditions: conditionVariables(document) };
    });
  }

  /** The plan for one request. Throws a GraphQLError when there is none. */
  planFor(known: KnownOperation, { isIncluded, isOverridden }: RequestDecisions): PlannedOperation {
    const { operation, conditions } = this.analyse(known);
    const included = conditions.map(isIncluded);
    const labels = this.#planning.supergraph.overrideLabels;
    const overrides = new Map(labels.map((label) => [label, isOverridden(label)]));
    const bits = [...included, ...overrides.values()].map(Number).join('');
    return this.#plans.getOrMake(`${bits} ${known.key}`, () =>
      planOperation({ document: known.document, operation }, { isIncluded, overrides }, this.#planning),
    );
  }

  /** Plans an operation with all of its conditions true, and all false. One that cannot be planned is left for its request to tell. */
  warm(known: KnownOperation): void {
    try {
      const { conditions } = this.analyse(known);
      for (const value of conditions.length === 0 ? [true] : [true, false])
        this.planFor(known, { isIncluded: () => value, isOverridden: () => false });
    } catch {
      // The request for it will tell why.
    }
  }
}

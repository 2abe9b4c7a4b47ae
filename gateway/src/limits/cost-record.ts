import type { OperationCost } from './cost-control.js';

/** What is known of the cost of the request being served. */
export type CostRecord = {
  readonly operation: OperationCost;
  /** Whether the client asked to be told; only then are actual costs counted. */
  readonly isAsked: boolean;
  readonly services: Map<string, { estimated: number; actual: number }>;
};

/** What a client that asks finds under `extensions.cost`: the operation's cost, its limit, and what each service was asked and gave. */
export function costExtension(
  { operation, services }: CostRecord,
  data: unknown,
  allowed: number,
): Readonly<Record<string, unknown>> {
  return {
    estimated: operation.estimated,
    actual: data === undefined || data === null ? 0 : operation.actualOf(data),
    allowed,
    services: Object.fromEntries([...services].sort(([left], [right]) => left.localeCompare(right))),
  };
}

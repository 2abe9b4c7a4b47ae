import type { PlanNode } from '@apollo/query-planner';
import { batchFetches } from './batch-fetches.js';
import { compileFetch, type CompiledFetch, type CompileOptions } from './compile-fetch.js';
import type { DataPath, PlanStep } from './plan-steps.js';
import { reduceFetch } from './reduce-fetch.js';
import type { RequirementIndex } from './requirement-index.js';
import { splitConflicts } from './split-conflicts.js';

type PlanOptions = CompileOptions & { readonly requirements: RequirementIndex };

/** Compiles a plan, once per operation. Throws on a node this executor does not know: conditions and `@defer` never reach the planner. */
export function compilePlan(node: PlanNode, options: PlanOptions): PlanStep {
  const fetches = compileFetches(node, [], options);
  if (fetches)
    return inParallel(fetches.every(isEntityFetch) ? [batchFetches(fetches)] : fetches.map(({ step }) => step));
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', steps: node.nodes.map((one) => compilePlan(one, options)) };
    case 'Parallel':
      return compileParallel(node.nodes, options);
    default:
      throw new Error(`A plan has a ${node.kind} node, which is not executed here.`);
  }
}

/** An entity fetch, and what waits for it. */
type Branch = {
  readonly service: string;
  readonly fetches: readonly CompiledFetch[];
  readonly rest: readonly PlanNode[];
};

/**
 * Branches that begin with entity fetches of one service begin with one request. What follows them may then begin together as well, which
 * is the same again one step later.
 */
function compileParallel(nodes: readonly PlanNode[], options: PlanOptions): PlanStep {
  const branches = new Map<string, Branch[]>();
  const steps: PlanStep[] = [];
  for (const node of nodes) {
    const branch = readBranch(node, options);
    if (branch) branches.set(branch.service, [...(branches.get(branch.service) ?? []), branch]);
    else steps.push(compilePlan(node, options));
  }
  for (const together of branches.values()) steps.push(compileBranches(together, options));
  return inParallel(steps);
}

/** Undefined when the node does not begin with an entity fetch. */
function readBranch(node: PlanNode, options: PlanOptions): Branch | undefined {
  const [first, ...rest] = node.kind === 'Sequence' ? node.nodes : [node];
  const fetches = (first && compileFetches(first, [], options)) ?? [];
  const service = fetches.every(isEntityFetch) ? fetches[0]?.step.service : undefined;
  return service === undefined ? undefined : { service, fetches, rest };
}

function compileBranches(branches: readonly Branch[], options: PlanOptions): PlanStep {
  const first = batchFetches(branches.flatMap(({ fetches }) => fetches));
  const rests = branches.flatMap(({ rest }): PlanNode[] =>
    rest.length === 0 ? [] : [{ kind: 'Sequence', nodes: [...rest] }],
  );
  if (rests.length === 0) return first;
  return { kind: 'sequence', steps: [first, compileParallel(rests, options)] };
}

function isEntityFetch({ step }: CompiledFetch): boolean {
  return step.entities !== undefined && step.operation.kind === 'query';
}

/** The fetches of a node that is one fetch; undefined for every other node. */
function compileFetches(node: PlanNode, path: DataPath, options: PlanOptions): CompiledFetch[] | undefined {
  if (node.kind === 'Flatten') return compileFetches(node.node, [...path, ...node.path.map(String)], options);
  if (node.kind !== 'Fetch') return undefined;
  return splitConflicts(node, options.requirements).map((part) => {
    const whole = compileFetch(part, path, options);
    const reduced = reduceFetch(part, options.requirements);
    return reduced ? { ...whole, step: { ...whole.step, reduced: compileFetch(reduced, path, options).step } } : whole;
  });
}

function inParallel(steps: readonly PlanStep[]): PlanStep {
  const [only] = steps;
  return only && steps.length === 1 ? only : { kind: 'parallel', steps };
}

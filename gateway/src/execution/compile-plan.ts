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
      return compileRoots(node.nodes, options);
    default:
      throw new Error(`A plan has a ${node.kind} node, which is not executed here.`);
  }
}

/**
 * Branches that begin at the roots of different services wait for each other after that first step where it lets them ask one service
 * together later on: fewer requests are worth more than the head start of one branch.
 */
function compileRoots(nodes: readonly PlanNode[], options: PlanOptions): PlanStep {
  const apart = compileParallel(nodes, options);
  const roots = nodes.flatMap((node) => readRoot(node, options) ?? []);
  if (roots.length < 2) return apart;
  const others = nodes.filter((node) => !readRoot(node, options));
  const first = inParallel(roots.flatMap(({ fetches }) => fetches.map(({ step }) => step)));
  const rests = compileParallel([...roots.flatMap(({ rest }) => toBranches(rest)), ...others], options);
  return requestsOf(rests) + requestsOf(first) < requestsOf(apart)
    ? { kind: 'sequence', steps: [first, rests] }
    : apart;
}

/** Requests that a plan sends when there are objects at every path. */
function requestsOf(step: PlanStep): number {
  if (step.kind === 'fetch' || step.kind === 'batch') return 1;
  return step.steps.reduce((sum, one) => sum + requestsOf(one), 0);
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

/** Undefined when the node does not begin with a query at the root. */
function readRoot(node: PlanNode, options: PlanOptions): Omit<Branch, 'service'> | undefined {
  const { fetches, rest } = readStart(node, options);
  const isRoot = fetches.length > 0 && fetches.every(({ step }) => !step.entities && step.operation.kind === 'query');
  return isRoot ? { fetches, rest } : undefined;
}

function readStart(node: PlanNode, options: PlanOptions): Omit<Branch, 'service'> {
  const [first, ...rest] = node.kind === 'Sequence' ? node.nodes : [node];
  return { fetches: (first && compileFetches(first, [], options)) ?? [], rest };
}

/** What waits for one fetch, as branches that may begin together. */
function toBranches(rest: readonly PlanNode[]): readonly PlanNode[] {
  const [only] = rest;
  if (rest.length === 1 && only?.kind === 'Parallel') return only.nodes;
  return rest.length === 0 ? [] : [{ kind: 'Sequence', nodes: [...rest] }];
}

/** Undefined when the node does not begin with an entity fetch. */
function readBranch(node: PlanNode, options: PlanOptions): Branch | undefined {
  const { fetches, rest } = readStart(node, options);
  const service = fetches.every(isEntityFetch) ? fetches[0]?.step.service : undefined;
  return service === undefined ? undefined : { service, fetches, rest };
}

function compileBranches(branches: readonly Branch[], options: PlanOptions): PlanStep {
  const first = batchFetches(branches.flatMap(({ fetches }) => fetches));
  const rests = branches.flatMap(({ rest }) => toBranches(rest));
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

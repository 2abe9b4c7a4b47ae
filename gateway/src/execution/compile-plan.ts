import type { PlanNode } from '@apollo/query-planner';
import { batchFetches } from './batch-fetches.js';
import { compileFetch, type CompiledFetch, type CompileOptions } from './compile-fetch.js';
import type { DataPath, PlanStep } from './plan-steps.js';
import type { RequirementIndex } from './requirement-index.js';
import { splitConflicts } from './split-conflicts.js';

type PlanOptions = CompileOptions & { readonly requirements: RequirementIndex };

/** Compiles a plan, once per operation. Throws on a node this executor does not know: conditions and `@defer` never reach the planner. */
export function compilePlan(node: PlanNode, options: PlanOptions): PlanStep {
  const fetches = compileFetches(node, [], options);
  if (fetches) return inParallel(batchFetches(fetches));
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', steps: node.nodes.map((one) => compilePlan(one, options)) };
    case 'Parallel': {
      const plain: CompiledFetch[] = [];
      const steps: PlanStep[] = [];
      for (const one of node.nodes) {
        const compiled = compileFetches(one, [], options);
        if (compiled) plain.push(...compiled);
        else steps.push(compilePlan(one, options));
      }
      return inParallel([...batchFetches(plain), ...steps]);
    }
    default:
      throw new Error(`A plan has a ${node.kind} node, which is not executed here.`);
  }
}

/** The fetches of a node that is one fetch; undefined for every other node. */
function compileFetches(node: PlanNode, path: DataPath, options: PlanOptions): CompiledFetch[] | undefined {
  if (node.kind === 'Flatten') return compileFetches(node.node, [...path, ...node.path.map(String)], options);
  if (node.kind !== 'Fetch') return undefined;
  return splitConflicts(node, options.requirements).map((part) => compileFetch(part, path, options));
}

function inParallel(steps: readonly PlanStep[]): PlanStep {
  const [only] = steps;
  return only && steps.length === 1 ? only : { kind: 'parallel', steps };
}

import type { DataPath, PlanStep } from '../execution/plan-steps.js';

/** A plan as a developer reads it: which service is asked what, at which places of the answer, and what waits for what. */
export type PlanDescription =
  | {
      readonly kind: 'fetch' | 'batch';
      readonly service: string;
      /** The text that is sent; values of variables are not in it. */
      readonly operation: string;
      /** Places of the answer, `@` for every item of a list; none for the top. */
      readonly at: readonly string[];
    }
  | { readonly kind: 'sequence' | 'parallel'; readonly steps: readonly PlanDescription[] };

/** Describes a compiled plan. */
export function describePlan(step: PlanStep): PlanDescription {
  if (step.kind === 'sequence' || step.kind === 'parallel')
    return { kind: step.kind, steps: step.steps.map(describePlan) };
  const paths = step.kind === 'fetch' ? step.paths : step.members.flatMap((member) => member.step.paths);
  return { kind: step.kind, service: step.service, operation: step.operation.query, at: placesOf(paths) };
}

function placesOf(paths: readonly DataPath[]): string[] {
  return paths.filter((path) => path.length > 0).map((path) => path.join('.'));
}

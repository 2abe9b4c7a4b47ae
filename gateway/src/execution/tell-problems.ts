import type { GraphQLError } from 'graphql';
import type { ObjectShape } from './answer-shape.js';
import { MissingFields } from './blame-missing.js';
import { locate, toClientPlace } from './error-paths.js';
import type { Data } from './plan-steps.js';
import { errorOf, type Problem } from './problems.js';
import type { PlanRun } from './run-plan.js';
import { type Place, placesOf } from './select-objects.js';
import { isData } from './select-representations.js';
import type { TypeConditions } from './type-conditions.js';

/** Errors for one problem; a list of hundreds of missing entities is not worth an answer of megabytes. */
const errorsMax = 100;

/** What the client is told of an operation's problems. */
export type ToldProblems = {
  /** Errors with a place of their own. */
  readonly errors: GraphQLError[];
  readonly blame: (object: Data, source: string) => Problem | undefined;
  /** The error for a missing field; undefined when the same problem was told often enough. */
  readonly report: (problem: Problem, path: readonly (string | number)[]) => GraphQLError | undefined;
  /** Errors for problems of which nothing in the answer told. */
  readonly rest: (isNothingTold: boolean) => GraphQLError[];
};

/** What problems are told with. */
export type TellOptions = {
  readonly shape: ObjectShape;
  readonly types: TypeConditions;
  readonly abstractNames: ReadonlySet<string>;
};

/**
 * Puts each problem where the client meets it: at the null it caused, or, when an object stands there because other services gave their
 * parts, at every field of it that is missing.
 */
export function tellProblems({ data, problems, skipped }: PlanRun, options: TellOptions): ToldProblems {
  const missing = new MissingFields(options.types, options.abstractNames);
  const told = new Map<string, number>();
  const errors: GraphQLError[] = [];
  for (const problem of problems) {
    const placed: [Data, Place][] = [];
    for (const object of problem.objects) {
      const { place, value, selections } = locate(problem, object);
      if (isData(value)) for (const selection of selections) missing.blame(problem, value, selection);
      if (problem.place && !(isData(value) && selections.length > 0)) placed.push([object, place]);
    }
    const located = errorsAt(problem, placed, { data, shape: options.shape });
    if (located.length > 0) told.set(keyOf(problem), located.length);
    errors.push(...located);
  }
  for (const { step, object } of skipped) missing.blameSkipped(step, object);
  return {
    errors,
    blame: (object, source) => missing.problemAt(object, source),
    report: (problem, path) => {
      const count = (told.get(keyOf(problem)) ?? 0) + 1;
      told.set(keyOf(problem), count);
      return count > errorsMax ? undefined : errorOf(problem, path);
    },
    rest: (isNothingTold) => {
      const untold = problems.filter((problem) => !told.has(keyOf(problem)));
      return (isNothingTold ? untold : []).map((problem) => errorOf(problem));
    },
  };
}

/** Copies are made of a problem that has further consequences; they are one and the same to the client. */
function keyOf({ message, extensions }: Problem): string {
  return `${String(extensions['serviceName'])} ${message}`;
}

function errorsAt(
  problem: Problem,
  placed: readonly [Data, Place][],
  { data, shape }: { data: Data; shape: ObjectShape },
): GraphQLError[] {
  if (placed.length === 0) return [];
  const places = placesOf(data, problem.step.path, new Set(placed.map(([object]) => object)));
  const paths = placed.flatMap(([object, below]) => (places.get(object) ?? []).map((place) => [...place, ...below]));
  const seen = new Map<string, Place>();
  for (const place of paths.slice(0, errorsMax)) {
    const { path } = toClientPlace(shape, data, place);
    seen.set(JSON.stringify(path), path);
  }
  return [...seen.values()].map((path) => errorOf(problem, path.length === 0 ? undefined : path));
}

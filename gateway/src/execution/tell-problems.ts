import type { GraphQLError } from 'graphql';
import type { ObjectShape } from './answer-shape.js';
import { type Blame, MissingFields } from './blame-missing.js';
import { locate, toClientPlace } from './error-paths.js';
import type { Data } from './plan-steps.js';
import { errorOf, type Problem } from './problems.js';
import type { PlanRun } from './run-plan.js';
import { type Place, placesOf } from './select-objects.js';
import { isData } from './select-representations.js';
import type { TypeConditions } from './type-conditions.js';

/** Errors for one problem; a list of hundreds of missing entities is not worth an answer of megabytes. */
const errorsMax = 100;

/** What problems are told with. */
export type TellOptions = { readonly shape: ObjectShape; readonly types: TypeConditions };

/**
 * Puts each problem of an operation where the client meets it: at the null it caused, or, when an object stands there because other
 * services gave their parts, at every field of it that is missing.
 */
export class ToldProblems {
  /** Errors with a place of their own. */
  readonly errors: GraphQLError[] = [];
  readonly #run: PlanRun;
  readonly #shape: ObjectShape;
  readonly #missing: MissingFields;
  readonly #counts = new Map<Problem, number>();
  readonly #unasked: GraphQLError[] = [];

  constructor(run: PlanRun, { shape, types }: TellOptions) {
    this.#run = run;
    this.#shape = shape;
    this.#missing = new MissingFields(types);
    const placed = run.problems.map((problem) => this.#noteMissing(problem));
    for (const [index, problem] of run.problems.entries()) this.#tellPlaced(problem, placed[index] ?? []);
    for (const { step, object } of run.skipped) this.#missing.noteSkipped(step, object);
  }

  /** Whether a problem left this field without a value; tells the client of it at this path unless it knows. */
  tellMissing(object: Data, source: string, path: readonly (string | number)[]): boolean {
    const blame = this.#missing.blameAt(object, source);
    if (!blame) return false;
    const count = (this.#counts.get(blame.problem) ?? 0) + (blame.isTold ? 0 : 1);
    this.#counts.set(blame.problem, count);
    if (!blame.isTold && count <= errorsMax) this.errors.push(errorOf(blame.problem, [...path]));
    return true;
  }

  /**
   * Every error, with those that a service gave no place. A problem of which no null tells, because one above it rose from another, is
   * told only when there would be no error at all.
   */
  finish(): readonly GraphQLError[] {
    const untold = this.#run.problems.filter((problem) => !this.#counts.has(problem));
    const placeless = untold.filter(({ isFailure, place }) => !isFailure && place === undefined);
    const all = [...this.errors, ...this.#unasked, ...placeless.map((problem) => errorOf(problem))];
    return all.length > 0 ? all : untold.map((problem) => errorOf(problem));
  }

  /** Notes the fields below the problem's place that never came; gives the objects for which the place itself is what the client sees. */
  #noteMissing(problem: Problem): [Data, Place][] {
    const placed: [Data, Place][] = [];
    for (const object of problem.objects) {
      const { place, value, selections } = locate(problem, object);
      if (isData(value) && selections.length > 0) {
        for (const selection of selections)
          this.#missing.note({ problem, isTold: false }, { step: problem.step, object: value, selection });
      } else placed.push([object, place]);
    }
    return placed;
  }

  /** An error at a place of its own. A null may have risen from it, and left more fields without a value than its own. */
  #tellPlaced(problem: Problem, placed: readonly [Data, Place][]): void {
    const { step } = problem;
    const places = placesOf(this.#run.data, step.paths, new Set(placed.map(([object]) => object)));
    const told = new Set<string>();
    if (places.size > 0) this.#counts.set(problem, 0);
    for (const [object, below] of placed) {
      let isTold = false;
      for (const place of places.get(object) ?? []) {
        const { path, isAsked } = toClientPlace(this.#shape, this.#run.data, [...place, ...below]);
        isTold ||= isAsked;
        const key = JSON.stringify(path);
        if (told.has(key) || told.size >= errorsMax) continue;
        told.add(key);
        const errors = isAsked ? this.errors : this.#unasked;
        errors.push(errorOf(problem, path.length === 0 ? undefined : path));
      }
      const blame: Blame = { problem, isTold };
      this.#missing.note(blame, { step, object, selection: step.selection });
    }
  }
}

import { Kind, type SelectionSetNode } from 'graphql';
import type { Data, FetchStep } from './plan-steps.js';
import type { Problem } from './problems.js';
import { isData } from './select-representations.js';
import type { TypeConditions } from './type-conditions.js';

/** Which problem left which field of which object without a value. */
export class MissingFields {
  readonly #types: TypeConditions;
  readonly #abstractNames: ReadonlySet<string>;
  readonly #problems = new Map<Data, Map<string, Problem>>();

  constructor(types: TypeConditions, abstractNames: ReadonlySet<string>) {
    this.#types = types;
    this.#abstractNames = abstractNames;
  }

  /** The problem that left this field without a value. */
  problemAt(object: Data, source: string): Problem | undefined {
    return this.#problems.get(object)?.get(source);
  }

  /** Notes for every field of the selection that never came, here and in the objects below, that this problem is why. */
  blame(problem: Problem, object: Data, selection: SelectionSetNode): void {
    for (const node of selection.selections) {
      if (node.kind === Kind.INLINE_FRAGMENT) {
        if (this.#applies(object, node.typeCondition?.name.value)) this.blame(problem, object, node.selectionSet);
      } else if (node.kind === Kind.FIELD) {
        const name = (node.alias ?? node.name).value;
        this.#blameField(problem, object, problem.step.renamed.get(name) ?? name);
        if (node.selectionSet) this.#blameBelow(problem, object[name], node.selectionSet);
      }
    }
  }

  /** An entity that was not asked for, because an input never came: what is missing of it is missing for the same reason. */
  blameSkipped(step: FetchStep, object: Data): void {
    const problem = this.#reasonIn(object, step.entities?.inputNames ?? []);
    if (problem) this.blame({ ...problem, step }, object, step.selection);
  }

  #applies(object: Data, condition: string | undefined): boolean {
    const typename = object['__typename'];
    return condition === undefined || typename === undefined || this.#types.matches(typename, condition);
  }

  #blameField(problem: Problem, object: Data, source: string): void {
    const value = object[source];
    const isMissing = source === '__typename' ? this.#abstractNames.has(String(value)) : value === undefined;
    if (!isMissing) return;
    const fields = this.#problems.get(object) ?? new Map<string, Problem>();
    this.#problems.set(object, fields);
    if (!fields.has(source)) fields.set(source, problem);
  }

  #blameBelow(problem: Problem, value: unknown, selection: SelectionSetNode): void {
    if (Array.isArray(value)) for (const item of value) this.#blameBelow(problem, item, selection);
    else if (isData(value)) this.blame(problem, value, selection);
  }

  #reasonIn(object: Data, names: readonly string[]): Problem | undefined {
    const fields = this.#problems.get(object);
    for (const name of names) {
      const problem = fields?.get(name) ?? this.#reasonBelow(object[name]);
      if (problem) return problem;
    }
    return undefined;
  }

  #reasonBelow(value: unknown): Problem | undefined {
    if (Array.isArray(value)) {
      for (const item of value) {
        const problem = this.#reasonBelow(item);
        if (problem) return problem;
      }
      return undefined;
    }
    return isData(value) ? this.#problems.get(value)?.values().next().value : undefined;
  }
}

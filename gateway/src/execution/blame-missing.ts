import { Kind, type SelectionSetNode } from 'graphql';
import type { Data, FetchStep } from './plan-steps.js';
import type { Problem } from './problems.js';
import { isData } from './select-representations.js';
import type { TypeConditions } from './type-conditions.js';

/** Why a field has no value: `isTold` when an error at another place tells the client already. */
export type Blame = { readonly problem: Problem; readonly isTold: boolean };

/** Which problem left which field of which object without a value. */
export class MissingFields {
  readonly #types: TypeConditions;
  readonly #blames = new Map<Data, Map<string, Blame>>();

  constructor(types: TypeConditions) {
    this.#types = types;
  }

  /** Why this field has no value; undefined when no problem is known for it. */
  blameAt(object: Data, source: string): Blame | undefined {
    return this.#blames.get(object)?.get(source);
  }

  /** Notes for every field of the selection that never came, here and in the objects below, why it did not. The first reason stands. */
  note(
    blame: Blame,
    { step, object, selection }: { step: FetchStep; object: Data; selection: SelectionSetNode },
  ): void {
    for (const node of selection.selections) {
      if (node.kind === Kind.INLINE_FRAGMENT) {
        if (this.#applies(object, node.typeCondition?.name.value))
          this.note(blame, { step, object, selection: node.selectionSet });
      } else if (node.kind === Kind.FIELD) {
        const name = (node.alias ?? node.name).value;
        const source = step.renamed.get(name) ?? name;
        this.#noteField(blame, object, source);
        const below = node.selectionSet;
        if (below) forEachData(object[source], (one) => this.note(blame, { step, object: one, selection: below }));
      }
    }
  }

  /** An entity that was not asked for, because an input never came: what is missing of it is missing for the same reason. */
  noteSkipped(step: FetchStep, object: Data): void {
    for (const name of step.entities?.inputNames ?? []) {
      const blame = this.blameAt(object, name) ?? this.#firstBelow(object[name]);
      if (blame) return this.note(blame, { step, object, selection: step.selection });
    }
  }

  #applies(object: Data, condition: string | undefined): boolean {
    const typename = object['__typename'];
    return condition === undefined || typename === undefined || this.#types.matches(typename, condition);
  }

  #noteField(blame: Blame, object: Data, source: string): void {
    const value = object[source];
    const isMissing = source === '__typename' ? this.#types.abstractNames.has(String(value)) : value === undefined;
    if (!isMissing) return;
    const fields = this.#blames.get(object) ?? new Map<string, Blame>();
    this.#blames.set(object, fields);
    if (!fields.has(source)) fields.set(source, blame);
  }

  #firstBelow(value: unknown): Blame | undefined {
    let found: Blame | undefined;
    forEachData(value, (object) => (found ??= this.#blames.get(object)?.values().next().value));
    return found;
  }
}

function forEachData(value: unknown, visit: (object: Data) => void): void {
  if (Array.isArray(value)) for (const item of value) forEachData(item, visit);
  else if (isData(value)) visit(value);
}

import type { Data } from './plan-steps.js';
import { isData } from './select-representations.js';

/** Puts what a service answered into what is known of an object. */
export type Merge = (into: Data, from: Data) => void;

/**
 * Merging by reference: what is new is taken over as it is, what both hold is merged deeper. A null never replaces an object, because
 * another service's part of a shared object stands even when one has nothing to add. `abstractNames` are the interfaces that some service
 * takes for object types: such a type name never replaces the name of the real type.
 */
export function createMerge(abstractNames: ReadonlySet<string>): Merge {
  const merge: Merge = (into, from) => {
    for (const key of Object.keys(from)) {
      // An own key of this name can only come from a service gone wrong, and would write to the prototype.
      if (key === '__proto__') continue;
      const value = from[key];
      const known = into[key];
      if (known === value) continue;
      if (known === undefined || known === null) into[key] = value;
      else if (key === '__typename') into[key] = abstractNames.has(String(value)) ? known : value;
      else if (value !== null && value !== undefined) into[key] = mergeValues(known, value);
    }
  };
  const mergeValues = (known: unknown, value: unknown): unknown => {
    if (isData(known)) {
      if (isData(value)) merge(known, value);
      return known;
    }
    if (!Array.isArray(known) || !Array.isArray(value) || value.length !== known.length) return value;
    for (const [index, item] of value.entries()) {
      if (item === null || item === undefined) continue;
      const before: unknown = known[index];
      known[index] = before === null || before === undefined ? item : mergeValues(before, item);
    }
    return known;
  };
  return merge;
}

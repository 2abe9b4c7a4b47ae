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
    for (const key in from) {
      const value = from[key];
      const known = into[key];
      // An own key of this name can only come from a service gone wrong, and would write to the prototype.
      if (known === value || key === '__proto__') continue;
      if (key === '__typename' && abstractNames.has(String(value)) && isThere(known)) continue;
      into[key] = mergeValues(known, value);
    }
  };
  const mergeValues = (known: unknown, value: unknown): unknown => {
    if (!isThere(known)) return value;
    if (!isThere(value)) return known;
    if (Array.isArray(known) && Array.isArray(value)) return mergeLists(known, value);
    if (!isData(known) || !isData(value)) return value;
    merge(known, value);
    return known;
  };
  const mergeLists = (known: unknown[], values: readonly unknown[]): readonly unknown[] => {
    if (values.length !== known.length) return values;
    for (const [index, value] of values.entries()) known[index] = mergeValues(known[index], value);
    return known;
  };
  return merge;
}

function isThere(value: unknown): boolean {
  return value !== null && value !== undefined;
}

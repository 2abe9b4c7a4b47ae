import type { Data, DataPath, FetchStep } from './plan-steps.js';
import { ObjectSelection } from './select-objects.js';

/** The entities of one fetch: each representation once, with every object that it stands for. */
export type Entities = {
  readonly representations: readonly Data[];
  readonly objects: readonly (readonly Data[])[];
  /** Objects that lack an input. */
  readonly missing: readonly Data[];
};

/**
 * Finds the objects of an operation under way. Fetches that begin together look at the same places, often for the same inputs: what was
 * found is kept until an answer changes it.
 */
export class EntityFinder {
  readonly #selection: ObjectSelection;
  readonly #objects = new Map<string, readonly Data[]>();
  readonly #entities = new Map<string, Entities>();

  constructor(data: Data) {
    this.#selection = new ObjectSelection(data);
  }

  /** What an answer brought was merged: values always, and objects where the step asks for more than leaves. */
  merged({ bearsObjects }: FetchStep): void {
    this.#entities.clear();
    if (!bearsObjects) return;
    this.#objects.clear();
    this.#selection.clear();
  }

  /** The objects at the places of a fetch. */
  objectsOf({ paths }: FetchStep): readonly Data[] {
    const key = keyOf(paths);
    const known = this.#objects.get(key);
    if (known) return known;
    const found = this.#selection.select(paths);
    this.#objects.set(key, found);
    return found;
  }

  /** The entities of a fetch, at its places or among chosen objects. */
  entitiesOf(step: FetchStep, chosen?: readonly Data[]): Entities {
    const inputsKey = step.entities?.key;
    if (chosen || inputsKey === undefined) return group(step, chosen ?? this.objectsOf(step));
    const key = `${keyOf(step.paths)} ${inputsKey}`;
    const known = this.#entities.get(key);
    // A service in this process may write into what it is given.
    if (known) return { ...known, representations: known.representations.map((one) => ({ ...one })) };
    const found = group(step, this.objectsOf(step));
    this.#entities.set(key, found);
    return found;
  }
}

const keys = new WeakMap<readonly DataPath[], string>();

/** Steps live as long as their plan, so this is written once for each. */
function keyOf(paths: readonly DataPath[]): string {
  const known = keys.get(paths);
  if (known !== undefined) return known;
  const key = JSON.stringify(paths);
  keys.set(paths, key);
  return key;
}

function group(step: FetchStep, candidates: readonly Data[]): Entities {
  const found = { representations: [], objects: [], missing: [] };
  const indexes = new Map<string, number>();
  for (const object of candidates) addTo(found, indexes, { step, object });
  return found;
}

type Found = { readonly representations: Data[]; readonly objects: Data[][]; readonly missing: Data[] };

function addTo(
  { representations, objects, missing }: Found,
  indexes: Map<string, number>,
  { step: { entities }, object }: { readonly step: FetchStep; readonly object: Data },
): void {
  const identity = entities?.identify(object);
  if (identity === undefined) return;
  if (identity === 'missing') {
    missing.push(object);
    return;
  }
  const index = indexes.get(identity);
  if (index !== undefined) {
    objects[index]?.push(object);
    return;
  }
  const representation = entities?.represent(object);
  if (typeof representation !== 'object') return;
  indexes.set(identity, representations.length);
  representations.push(representation);
  objects.push([object]);
}

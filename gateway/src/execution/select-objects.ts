import type { Data, DataPath } from './plan-steps.js';
import { isData } from './select-representations.js';

/** Finds the objects at the places of an answer; paths that begin alike are walked together. */
export class ObjectSelection {
  readonly #start: Walked;

  constructor(root: Data) {
    this.#start = { values: [root], next: new Map() };
  }

  /** The objects at some paths, each once however often it stands there. */
  select(paths: readonly DataPath[]): readonly Data[] {
    const [only] = paths;
    if (only && paths.length === 1) return this.#objectsAt(only);
    return [...new Set(paths.flatMap((path) => this.#objectsAt(path)))];
  }

  /** Forgets what stands below the root. */
  clear(): void {
    this.#start.next.clear();
  }

  #objectsAt(path: DataPath): Data[] {
    let place = this.#start;
    for (const element of path) {
      let next = place.next.get(element);
      if (!next) {
        const values = element === '@' ? itemsOf(place.values) : fieldsOf(place.values, element);
        next = { values, next: new Map() };
        place.next.set(element, next);
      }
      place = next;
    }
    return place.values.filter(isData);
  }
}

/** What stands at one place, and the places below it that were looked at. */
type Walked = { readonly values: readonly unknown[]; readonly next: Map<string, Walked> };

function fieldsOf(values: readonly unknown[], name: string): unknown[] {
  const found: unknown[] = [];
  for (const value of values) {
    const field = isData(value) ? value[name] : undefined;
    if (field !== undefined && field !== null) found.push(field);
  }
  return found.length > 1 ? [...new Set(found)] : found;
}

/** Objects are shared together with the list that holds them, and each list is here once: then so is each of its items. */
function itemsOf(lists: readonly unknown[]): unknown[] {
  const items: unknown[] = [];
  for (const list of lists) if (Array.isArray(list)) for (const item of list) if (item !== null) items.push(item);
  return items;
}

/** A place in an answer. */
export type Place = (string | number)[];

/** Every place along the paths at which one of the objects stands, by object. */
export function placesOf(root: Data, paths: readonly DataPath[], wanted: ReadonlySet<Data>): Map<Data, Place[]> {
  const places = new Map<Data, Place[]>();
  const walk = (value: unknown, path: DataPath, place: Place): void => {
    const [element, ...rest] = path;
    if (element === undefined) {
      if (isData(value) && wanted.has(value)) places.set(value, [...(places.get(value) ?? []), place]);
    } else if (element !== '@') {
      if (isData(value)) walk(value[element], rest, [...place, element]);
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) walk(item, rest, [...place, index]);
    }
  };
  for (const path of paths) walk(root, path, []);
  return places;
}

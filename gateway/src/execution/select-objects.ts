import type { Data, DataPath } from './plan-steps.js';
import { isData } from './select-representations.js';

/** The objects at a path, each once however often it stands there. */
export function selectObjects(root: Data, path: DataPath): Data[] {
  let values: unknown[] = [root];
  for (const element of path) values = element === '@' ? itemsOf(values) : fieldsOf(values, element);
  return values.filter(isData);
}

function fieldsOf(values: readonly unknown[], name: string): unknown[] {
  const found: unknown[] = [];
  for (const value of values) {
    const field = isData(value) ? value[name] : undefined;
    if (field !== undefined && field !== null) found.push(field);
  }
  return found.length > 1 ? [...new Set(found)] : found;
}

function itemsOf(lists: readonly unknown[]): unknown[] {
  const items = new Set<unknown>();
  for (const list of lists) if (Array.isArray(list)) for (const item of list) if (item !== null) items.add(item);
  return [...items];
}

/** A place in an answer. */
export type Place = (string | number)[];

/** Every place along the path at which one of the objects stands, by object. */
export function placesOf(root: Data, path: DataPath, wanted: ReadonlySet<Data>): Map<Data, Place[]> {
  const places = new Map<Data, Place[]>();
  const walk = (value: unknown, depth: number, place: Place): void => {
    const element = path[depth];
    if (element === undefined) {
      if (isData(value) && wanted.has(value)) places.set(value, [...(places.get(value) ?? []), place]);
    } else if (element !== '@') {
      if (isData(value)) walk(value[element], depth + 1, [...place, element]);
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) walk(item, depth + 1, [...place, index]);
    }
  };
  walk(root, 0, []);
  return places;
}

import type { Data, DataPath } from './plan-steps.js';
import { isData } from './select-representations.js';

/** The objects at some paths, each once however often it stands there. */
export function selectObjects(root: Data, paths: readonly DataPath[]): readonly Data[] {
  const [only] = paths;
  if (only && paths.length === 1) return objectsAt(root, only);
  return [...new Set(paths.flatMap((path) => objectsAt(root, path)))];
}

function objectsAt(root: Data, path: DataPath): Data[] {
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

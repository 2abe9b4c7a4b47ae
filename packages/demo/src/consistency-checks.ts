import { type DemoUnion, planDemoUnion } from './plan-demo-union.js';

const anchors = [
  '2026-11-22T10:00:00Z',
  '2027-01-03T23:30:00Z',
  '2027-06-02T00:10:00Z',
  '2026-09-20T08:00:00Z',
  '2026-08-10T12:00:00Z',
  '2028-02-29T18:00:00Z',
  '2026-05-30T06:00:00Z',
];
/** Demo unions at awkward dates, with their anchors: summer, a leap day, the welcome fortnight, around the change of committees. */
export const plannedUnions: readonly (readonly [string, DemoUnion, Date])[] = [
  ...anchors.map(
    (at) => [`small at ${at}`, planDemoUnion({ anchor: new Date(at), size: 'small' }), new Date(at)] as const,
  ),
  ['full', planDemoUnion({ anchor: new Date('2026-11-22T10:00:00Z'), size: 'full' }), new Date('2026-11-22T10:00:00Z')],
];

/** The rows that break a rule, few enough to read. */
export function broken<T>(rows: readonly T[], isBroken: (row: T) => boolean): readonly T[] {
  return rows.filter(isBroken).slice(0, 3);
}

/** Looks a row up by its id; throws a RangeError when there is none. */
export function byId<T extends { readonly id: string }>(rows: readonly T[]): (id: string) => T {
  const index = new Map<string, T>(rows.map((row) => [row.id, row]));
  return (id) => {
    const row = index.get(id);
    if (!row) throw new RangeError(`nothing has the id ${id}`);
    return row;
  };
}

/** The keys that come more than once, few enough to read. */
export function repeated(keys: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return keys.filter((key) => seen.size === seen.add(key).size).slice(0, 3);
}

import { hoursOf, isSearchable, weekdays, type ActivityFilter, type Asked } from './activity-filter.js';
import { findable, hasFreeSeat } from './findable.js';

/** The numbered parameters of one statement. */
export class Parameters {
  readonly #values: unknown[] = [];

  /** Takes a value and returns what stands for it. */
  add(value: unknown): string {
    this.#values.push(value);
    return `$${this.#values.length}`;
  }

  /** Every value in order. */
  get values(): readonly unknown[] {
    return this.#values;
  }
}

const said = (column: string): string => `select u.${column} from activity_audience u where u.activity_id = a.id`;
const offered = `coalesce((${said('access_features')}), '{}')
  || coalesce((select v.access_features from venue v where v.id = a.venue_id), '{}')`;

/** A filter as conditions over `activity a`; the first of them is always what may be found at all. */
export function conditionsOf(filter: ActivityFilter, { now, zone }: Asked, parameters: Parameters): readonly string[] {
  const add = (value: unknown): string => parameters.add(value);
  const when = <T>(value: T | undefined, condition: (placeholder: string) => string): string[] =>
    value === undefined ? [] : [condition(add(value))];
  const among = (values: readonly unknown[], condition: (placeholder: string) => string): string[] =>
    values.length === 0 ? [] : [condition(add(values))];
  return [
    findable('a'),
    ...when(filter.from, (from) => `a.ends_at > ${from}::timestamptz`),
    ...when(filter.to, (to) => `a.starts_at < ${to}::timestamptz`),
    ...among(filter.ids, (ids) => `a.id = any(${ids}::uuid[])`),
    ...among(filter.kinds, (kinds) => `a.kind = any(${kinds}::text[])`),
    ...among(filter.groupIds, (groups) => `a.group_id = any(${groups}::uuid[])`),
    ...among(filter.venueIds, (venues) => `a.venue_id = any(${venues}::uuid[])`),
    ...among(filter.languages, (languages) => `(${said('languages')}) && ${languages}::text[]`),
    ...among(filter.accessFeatures, (features) => `(${offered}) @> ${features}::text[]`),
    ...when(filter.place, (place) => `strpos(lower(a.place), lower(${place}::text)) > 0`),
    ...ofDay(filter, zone, parameters),
    ...(filter.freeSeatsOnly ? [hasFreeSeat(add(now))] : []),
    ...(filter.text === undefined ? [] : ofWords(filter.text, parameters)),
  ];
}

function ofDay({ weekdays: days, timesOfDay }: ActivityFilter, zone: string, parameters: Parameters): string[] {
  if (days.length === 0 && timesOfDay.length === 0) return [];
  const local = `(a.starts_at at time zone ${parameters.add(zone)}::text)`;
  const numbers = days.map((day) => weekdays.indexOf(day) + 1);
  const hours = timesOfDay.map((time) => hoursOf[time]);
  const hour = `extract(hour from ${local})`;
  return [
    ...(numbers.length === 0 ? [] : [`extract(isodow from ${local}) = any(${parameters.add(numbers)}::int[])`]),
    ...(hours.length === 0
      ? []
      : [`(${hours.map(([from, to]) => `${hour} >= ${from} and ${hour} < ${to}`).join(' or ')})`]),
  ];
}

/** Text that has nothing to look for finds nothing, rather than everything. */
function ofWords(text: string, parameters: Parameters): string[] {
  if (!isSearchable(text)) return ['false'];
  return [`a.search_words @@ search_query(${parameters.add(text)}::text, ' & ')`];
}

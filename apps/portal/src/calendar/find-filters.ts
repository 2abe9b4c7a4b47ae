import { useSearch } from '@tanstack/react-router';
import { activityKinds } from '../activities/kinds.js';
import type { ActivityFinder, AccessFeature } from '../generated/graphql.js';
import { monthOf } from './month.js';

/** Days of the week as the filter names them, Monday first. */
export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
/** When in the day. */
export const timesOfDay = ['MORNING', 'AFTERNOON', 'EVENING'] as const;
/** Languages that people look for here. */
export const findLanguages = ['en', 'zh-CN', 'fr', 'es', 'ar'] as const;
/** What makes an activity easier to take part in, in the order in which people look for it. */
export const accessFeatures = [
  'STEP_FREE',
  'ACCESSIBLE_TOILET',
  'HEARING_LOOP',
  'SIGN_INTERPRETER',
  'QUIET_SPACE',
  'LOW_SCENT',
  'RESERVED_SEATING',
  'GENDER_NEUTRAL_TOILET',
  'ACCESSIBLE_PARKING',
] as const satisfies readonly AccessFeature[];

/** What activities are narrowed by and how they are shown; it lives in the address. */
export type FindFilters = {
  readonly search?: string;
  readonly kind?: (typeof activityKinds)[number];
  readonly weekday?: (typeof weekdays)[number];
  readonly time?: (typeof timesOfDay)[number];
  readonly language?: (typeof findLanguages)[number];
  readonly access?: (typeof accessFeatures)[number];
  readonly free?: true;
  readonly friends?: true;
  readonly view?: 'calendar';
  /** The month that the calendar shows, as `YYYY-MM`. */
  readonly month?: string;
  /** The day that is chosen in it, as `YYYY-MM-DD`. */
  readonly day?: string;
};

/** The names of the filters that narrow what is found. */
export const narrowing = ['search', 'kind', 'weekday', 'time', 'language', 'access', 'free', 'friends'] as const;

const oneOf = <T extends string>(list: readonly T[], value: unknown): T | undefined =>
  list.find((each) => each === value);
const isOn = (value: unknown): true | undefined => (value === true || value === 'true' ? true : undefined);

/** How each part of an address is read; what does not exist is nothing. */
const readers: Readonly<Record<keyof FindFilters, (value: unknown) => string | true | undefined>> = {
  search: (value) => (typeof value === 'string' && value !== '' ? value.slice(0, 100) : undefined),
  kind: (value) => oneOf(activityKinds, value),
  weekday: (value) => oneOf(weekdays, value),
  time: (value) => oneOf(timesOfDay, value),
  language: (value) => oneOf(findLanguages, value),
  access: (value) => oneOf(accessFeatures, value),
  free: isOn,
  friends: isOn,
  view: (value) => oneOf(['calendar'], value),
  month: monthOf,
  day: (value) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined),
};

/** The filters that an address asks for; what does not exist is left out. */
export function readFindFilters(search: Readonly<Record<string, unknown>>): FindFilters {
  const read = Object.entries(readers).map(([name, reader]) => [name, reader(search[name])] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

/** The filters that the address of this page asks for. */
export function useFindFilters(): FindFilters {
  const search: unknown = useSearch({ strict: false });
  return readFindFilters(typeof search === 'object' && search !== null ? { ...search } : {});
}

/** What the graph is asked for, without any times. `ids` are those of friends' activities where these are asked for. */
export function toFinder(filters: FindFilters, ids: readonly string[] | undefined): ActivityFinder {
  const { search, kind, weekday, time, language, access, free } = filters;
  return {
    ...(search !== undefined && { text: search }),
    ...(kind && { kinds: [kind] }),
    ...(weekday && { weekdays: [weekday] }),
    ...(time && { timesOfDay: [time] }),
    ...(language && { languages: [language] }),
    ...(access && { accessFeatures: [access] }),
    ...(free && { freeSeatsOnly: true }),
    ...(ids && { ids: [...ids] }),
  };
}

/*
 * What activities are looked for by. Everything published can be found by everybody; nothing here is stored. Days and
 * times of day are those of the campus zone. Owner: activities.
 */
import { FieldChecks, type Result, type ValidationError } from '@guildhall/kernel';
import type { ActivityId, ActivityKind } from '../activity/activity.js';
import { isLanguage } from '../audience/audience.js';
import type { GroupId } from '../references/group.js';
import type { AccessFeature, VenueId } from '../venue/venue.js';

/** Days of the week in ISO order, Monday first. */
export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

/** A day of the week. */
export type Weekday = (typeof weekdays)[number];

/** When in the day something starts: before noon, before five in the afternoon, or later. */
export type TimeOfDay = 'MORNING' | 'AFTERNOON' | 'EVENING';

/** The hours of each time of day: from, and up to but not with. */
export const hoursOf: Readonly<Record<TimeOfDay, readonly [from: number, to: number]>> = {
  MORNING: [0, 12],
  AFTERNOON: [12, 17],
  EVENING: [17, 24],
};

/** In which order activities are found: by start, or the latest published first. */
export type ActivityOrder = 'SOONEST' | 'NEWEST';

/** When it is asked, and where the campus is. */
export type Asked = { readonly now: Date; readonly zone: string };

/** Narrows what is found; empty lists and absent fields narrow nothing. Several values of one field are alternatives, but every access feature must be there. */
export type ActivityFilter = {
  /** Leaves out what ends at or before it. */
  readonly from: Date | undefined;
  /** Leaves out what starts at or after it. */
  readonly to: Date | undefined;
  readonly weekdays: readonly Weekday[];
  readonly timesOfDay: readonly TimeOfDay[];
  readonly place: string | undefined;
  readonly venueIds: readonly VenueId[];
  readonly kinds: readonly ActivityKind[];
  readonly groupIds: readonly GroupId[];
  readonly languages: readonly string[];
  readonly accessFeatures: readonly AccessFeature[];
  readonly freeSeatsOnly: boolean;
  readonly text: string | undefined;
  readonly ids: readonly ActivityId[];
};

/** A filter that narrows nothing. */
export const everyActivity: ActivityFilter = {
  from: undefined,
  to: undefined,
  weekdays: [],
  timesOfDay: [],
  place: undefined,
  venueIds: [],
  kinds: [],
  groupIds: [],
  languages: [],
  accessFeatures: [],
  freeSeatsOnly: false,
  text: undefined,
  ids: [],
};

const textMax = 100;
const listMax = 20;
const idsMax = 100;

/** The most days that a calendar shows at once: a month with the days of its first and last week. */
export const calendarDaysMax = 62;

/** The filter, or what of it is too much to look for. */
export function checkFilter(filter: ActivityFilter): Result<ActivityFilter, ValidationError> {
  const { text, place, venueIds, groupIds, languages, ids } = filter;
  const few = (values: readonly unknown[], max: number): boolean => values.length <= max;
  return new FieldChecks()
    .text('text', text ?? '', { min: 0, max: textMax })
    .text('place', place ?? '', { min: 0, max: textMax })
    .that(few(venueIds, listMax), 'venueIds', 'TOO_LONG', `List at most ${listMax}.`)
    .that(few(groupIds, listMax), 'groupIds', 'TOO_LONG', `List at most ${listMax}.`)
    .that(few(languages, listMax), 'languages', 'TOO_LONG', `List at most ${listMax}.`)
    .that(languages.every(isLanguage), 'languages', 'BAD_FORMAT', 'Give language tags such as en or zh-CN.')
    .that(few(ids, idsMax), 'ids', 'TOO_LONG', `List at most ${idsMax}.`)
    .finish(filter);
}

/** Whether a text has anything to look for: two letters or digits, or one Chinese character. */
export function isSearchable(text: string): boolean {
  const letters = Array.from(text.replace(/[^\p{L}\p{N}]/gu, ''));
  return letters.length >= 2 || letters.some((letter) => /\p{Script=Han}/u.test(letter));
}

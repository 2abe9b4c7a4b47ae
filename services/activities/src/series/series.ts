/*
 * An activity that comes back: on which dates, at which time of day on campus, and with which plan. Each date is drafted
 * ahead of its time as an ordinary activity. Life: running, then ended, by hand or with its last date. Owner: activities.
 */
import {
  defineLifecycle,
  err,
  FieldChecks,
  ok,
  validationError,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { GroupId } from '../references/group.js';
import type { MemberId } from '../references/member.js';
import type { TemplateContent } from '../template/template.js';
import { expandRule, instantOn } from './recurrence.js';
import { currentSeriesRules } from './series-rules.js';

/** The id of a series. */
export type SeriesId = Id<'ActivitySeries'>;

/** A series as stored. Days and the time of day are of the zone that it was started in. */
export type Series = {
  readonly id: SeriesId;
  readonly groupId: GroupId;
  /** Who started it, and leads what it drafts. */
  readonly keeperId: MemberId;
  /** The recurrence rule of RFC 5545, without its name. */
  readonly rule: string;
  /** The first day, `YYYY-MM-DD`. */
  readonly firstOn: string;
  /** The time of day, `HH:MM`. */
  readonly startTime: string;
  readonly zone: string;
  readonly content: TemplateContent;
  /** Days that are left out, in no order. */
  readonly skipped: readonly string[];
  readonly startedAt: Date;
  /** When the last date starts. */
  readonly lastsUntil: Date;
  readonly endedAt: Date | undefined;
  readonly rulesVersion: number;
  readonly version: number;
};

/** Where a series stands. */
export type SeriesStatus = 'RUNNING' | 'ENDED';

/** What can happen to a series. */
export type SeriesAction = 'SKIP_DATE' | 'EDIT' | 'END';

const isNotOver = ({ lastsUntil }: Series, now: Date): boolean => now < lastsUntil;

/** The life of a series. */
export const seriesLifecycle = defineLifecycle<Series, SeriesStatus, SeriesAction>(
  {
    name: 'ActivitySeries',
    initial: ['RUNNING'],
    states: ['RUNNING', 'ENDED'],
    transitions: {
      SKIP_DATE: { from: ['RUNNING'], to: ['RUNNING'], guard: isNotOver },
      EDIT: { from: ['RUNNING'], to: ['RUNNING'], guard: isNotOver },
      END: { from: ['RUNNING'], to: ['ENDED'], guard: isNotOver },
    },
  },
  ({ endedAt }) => (endedAt === undefined ? 'RUNNING' : 'ENDED'),
);

/** One date of a series: its day, and when it starts at the time of day the series has now. */
export type SeriesDate = { readonly on: string; readonly startsAt: Date };

/** Every date of a series in order, those left out included. */
export function datesOf({
  rule,
  firstOn,
  startTime,
  zone,
}: Pick<Series, 'rule' | 'firstOn' | 'startTime' | 'zone'>): readonly SeriesDate[] {
  const days = expandRule(rule, { firstOn, zone, max: currentSeriesRules.datesMax }) ?? [];
  return days.map((on) => ({ on, startsAt: instantOn(on, startTime, zone) }));
}

/** What a series is started from. */
export type SeriesStart = Pick<
  Series,
  'id' | 'groupId' | 'keeperId' | 'rule' | 'firstOn' | 'startTime' | 'zone' | 'content'
>;

/** Starts a series, or says what is wrong with its rule. */
export function startSeries(start: SeriesStart, now: Date): Result<Series, ValidationError> {
  const rule = start.rule.trim().toUpperCase();
  const days = expandRule(rule, { ...start, max: currentSeriesRules.datesMax });
  if (days === undefined) {
    const message = 'Give a rule of RFC 5545 that is weekly or monthly, for example FREQ=WEEKLY;COUNT=10.';
    return err(validationError([{ path: 'rule', rule: 'BAD_FORMAT', message }]));
  }
  const last = days.at(-1) ?? start.firstOn;
  const lastsUntil = instantOn(last, start.startTime, start.zone);
  return new FieldChecks()
    .that(days[0] === start.firstOn, 'rule', 'CONTRADICTION', 'The first date does not follow this rule.')
    .that(days.length > 1, 'rule', 'OUT_OF_RANGE', 'A series has at least two dates.')
    .that(lastsUntil > now, 'rule', 'OUT_OF_RANGE', 'This series would be over already.')
    .finish({
      ...start,
      rule,
      skipped: [],
      startedAt: now,
      lastsUntil,
      endedAt: undefined,
      rulesVersion: currentSeriesRules.version,
      version: 1,
    });
}

/** Leaves one coming date out. */
export function skipDate(
  series: Series,
  on: string,
  now: Date,
): Result<Series, ValidationError | IllegalTransitionError> {
  const next = seriesLifecycle.next('SKIP_DATE', series, now);
  if (!next.ok) return next;
  const date = datesOf(series).find((one) => one.on === on);
  return new FieldChecks()
    .that(date !== undefined, 'on', 'OUT_OF_RANGE', 'This day is not in the series.')
    .that(date === undefined || date.startsAt > now, 'on', 'OUT_OF_RANGE', 'This day is over.')
    .finish({ ...series, skipped: [...new Set([...series.skipped, on])] });
}

/** Ends a series: nothing further is drafted. */
export function endSeries(series: Series, now: Date): Result<Series, IllegalTransitionError> {
  const next = seriesLifecycle.next('END', series, now);
  return next.ok ? ok({ ...series, endedAt: now }) : next;
}

/** What changes from one date on; absent fields stay as they are. */
export type SeriesChanges = Partial<Pick<TemplateContent, 'title' | 'summary' | 'place' | 'minutes'>> &
  Partial<Pick<Series, 'startTime'>>;

const timeOfDay = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const longestMinutes = 14 * 1440;

/** Changes what a series drafts from now on. */
export function editSeries(
  series: Series,
  changes: SeriesChanges,
  now: Date,
): Result<Series, ValidationError | IllegalTransitionError> {
  const next = seriesLifecycle.next('EDIT', series, now);
  if (!next.ok) return next;
  const { startTime = series.startTime, ...content } = changes;
  const edited = { ...series.content, ...content };
  const checks = new FieldChecks()
    .text('changes.title', edited.title, { min: 3, max: 120 })
    .text('changes.summary', edited.summary, { min: 10, max: 4000 })
    .text('changes.place', edited.place, { min: 2, max: 200 })
    .whole('changes.minutes', edited.minutes, { min: 1, max: longestMinutes })
    .that(timeOfDay.test(startTime), 'changes.startTime', 'BAD_FORMAT', 'Write a time of day as 18:30.')
    .finish(undefined);
  if (!checks.ok) return checks;
  const last = datesOf({ ...series, startTime }).at(-1);
  return ok({ ...series, startTime, content: edited, lastsUntil: last?.startsAt ?? series.lastsUntil });
}

/*
 * An activity as calendars show it, and how much of the calendar one file holds. Nothing here is stored. Owner: activities.
 */
import type { ActivityId } from '../activity/activity.js';

/** One activity as a calendar shows it. */
export type CalendarEvent = {
  readonly id: ActivityId;
  readonly title: string;
  readonly summary: string;
  readonly place: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Why it was called off, where that was said. */
  readonly reason: string | undefined;
  readonly state: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  /** Rises with every change. */
  readonly revision: number;
  readonly publishedAt: Date;
  readonly changedAt: Date;
};

/** How far back and ahead a calendar reaches, in days. */
export const calendarSpanDays = { before: 90, after: 366 } as const;

/** The most events of one calendar, the soonest first. */
export const eventsMax = 500;

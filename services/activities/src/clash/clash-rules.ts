/*
 * What the planner knows of the year and how heavily each clash weighs, as versioned data. Nothing is decided by it: it
 * shows, and suggests.
 */
import { currentStrikeRules } from '../strike/strike-rules.js';

/** A stretch of the campus calendar, both days included. */
export type CampusPeriod = { readonly kind: 'EXAMS' | 'VACATION'; readonly from: string; readonly to: string };

/** One version of what the planner goes by. */
export type ClashRules = {
  readonly version: number;
  /** Fewer members in common than this are never told of: a count would point at people. */
  readonly sharedMembersMin: number;
  readonly exams: readonly { readonly from: string; readonly to: string }[];
  readonly weights: {
    readonly venue: number;
    readonly period: number;
    /** For each activity of a group with members in common, and again for each of these members. */
    readonly sharedActivity: number;
    readonly sharedMember: number;
    readonly sameKind: number;
  };
  /** How many days before and after the plan are looked at for a better time. */
  readonly daysAround: number;
  readonly hoursAround: number;
  readonly suggestionsMax: number;
};

/** Version 1; the numbers are our choice. Vacations are those that strikes leave out, so that there is one calendar of them. */
export const clashRules: ClashRules = {
  version: 1,
  sharedMembersMin: 5,
  exams: [
    { from: '2026-01-12', to: '2026-01-23' },
    { from: '2026-05-11', to: '2026-06-05' },
    { from: '2027-01-11', to: '2027-01-22' },
    { from: '2027-05-10', to: '2027-06-04' },
    { from: '2028-01-10', to: '2028-01-21' },
    { from: '2028-05-08', to: '2028-06-02' },
  ],
  weights: { venue: 1000, period: 60, sharedActivity: 10, sharedMember: 1, sameKind: 4 },
  daysAround: 14,
  hoursAround: 3,
  suggestionsMax: 3,
};

/** The exam periods and vacations of the campus. */
export const campusPeriods: readonly CampusPeriod[] = [
  ...clashRules.exams.map((span) => ({ kind: 'EXAMS' as const, ...span })),
  ...currentStrikeRules.vacations.map((span) => ({ kind: 'VACATION' as const, ...span })),
];

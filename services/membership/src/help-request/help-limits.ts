/*
 * The numbers of mutual help. Where domain 1.3 F leaves one open, it is our choice and says so.
 */
import type { HelpKind } from './help-ask.js';

const dayMs = 86_400_000;

/** How far ahead a deadline may lie at most, in milliseconds; our choice. */
export const deadlineMaxMs = 60 * dayMs;

/** How many helpers one may ask for; our choice. */
export const helpersMax = 5;

/** How many credits one may promise each helper; our choice. */
export const creditsMax = 5;

/** The lowest balance of credits anybody can have; our choice, and the trigger `help_credit_keeps_sum` holds it too. */
export const creditFloor = -5;

/** After how long without an answer what one side calls done counts as done (domain 1.3 F), in milliseconds. */
export const silenceMs = 7 * dayMs;

/** How many asks one may have running at a time; our choice. */
export const liveRequestsMax = 10;

/** How many offers one may have waiting at a time; our choice. */
export const liveOffersMax = 20;

/** How many standing offers one may have at a time; our choice. */
export const standingOffersMax = 10;

/** How long a standing offer may stand, in milliseconds; our choice. */
export const standingMaxMs = 366 * dayMs;

/** How many suggestions a helper is shown at most; our choice. */
export const suggestionsMax = 10;

/** The kinds of help that a member under 18 may ask for and give: things and topics, not evenings out or being alone at somebody's home. */
export const kindsForMinors: readonly HelpKind[] = ['BORROW', 'EXPLAIN_TOPIC', 'LANGUAGE_PRACTICE', 'LOST_FOUND'];

/** Public places on the campus that are suggested for a first meeting. */
export const meetingPlaces = [
  'LIBRARY_FOYER',
  'STUDENT_CENTRE_HALL',
  'UNION_CAFE',
  'MAIN_GATE',
  'SPORTS_CENTRE_DESK',
] as const;

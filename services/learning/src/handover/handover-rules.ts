/*
 * The numbers of handing over an office; our choice. A handover keeps the version it was opened under. Owner: learning.
 */
const dayMs = 86_400_000;

/** The rules that bind handovers opened now. */
export const currentHandoverRules = {
  version: 1,
  /** How long there is at least when the old mandate is over already. */
  graceMs: 14 * dayMs,
  /** How long before it is due whoever is behind is reminded. */
  remindBeforeMs: 7 * dayMs,
  /** How long an accepted handover can still be asked about before it is sealed. */
  sealAfterMs: 14 * dayMs,
  /** How long what a sealed one holds is kept: through the year of whoever took over. */
  keepMs: 365 * dayMs,
  /** How far back the calendar goes from the opening, and how far forward. */
  calendarBackMs: 365 * dayMs,
  calendarAheadMs: 365 * dayMs,
  calendarMax: 200,
  itemsMax: 200,
  questionsMax: 100,
  titleMax: 120,
  wordsMax: 4000,
  questionMax: 1000,
  linkMax: 500,
} as const;

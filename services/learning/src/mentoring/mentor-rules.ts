/* The numbers of mentoring, as versioned data. */

const dayMs = 86_400_000;

/** One version of the numbers. */
export type MentorRules = {
  readonly version: number;
  /** How many asks of one mentee wait at the same time. */
  readonly asksMax: number;
  /** How long a mentor can answer an ask, and a mentee confirm a mentor. */
  readonly answerMs: number;
  readonly confirmMs: number;
  /** How many mentors are suggested. */
  readonly suggestionsMax: number;
  readonly goalsMax: number;
  readonly meetingsMax: number;
};

/** Version 1, our choice; an unanswered ask is as silent as one of a connection (domain 1.3, machine F2). */
export const currentMentorRules: MentorRules = {
  version: 1,
  asksMax: 3,
  answerMs: 30 * dayMs,
  confirmMs: 14 * dayMs,
  suggestionsMax: 6,
  goalsMax: 30,
  meetingsMax: 200,
};

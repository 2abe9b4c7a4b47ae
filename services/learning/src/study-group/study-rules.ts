/* The numbers of study groups, as versioned data; a group keeps the version it was founded under. */

const dayMs = 86_400_000;

/** One version of the numbers. */
export type StudyRules = {
  readonly version: number;
  /** The most seats a group may have. */
  readonly capacityMax: number;
  /** How many groups that have not ended one member organises at most. */
  readonly organisedMax: number;
  /** How many invitations of a group wait at the same time. */
  readonly invitationsMax: number;
  /** How far ahead the last day may lie. */
  readonly lengthMaxMs: number;
  /** How far ahead sessions are planned, and how often more are. */
  readonly planAheadMs: number;
  readonly planEveryMs: number;
  /** After how many sessions in a row to which nobody came a group ends. */
  readonly emptyMax: number;
  /** How long after its end people can still say that they are there, and after which a session ends by itself. */
  readonly checkInGraceMs: number;
  readonly closeAfterMs: number;
  /** How long the host can correct who was there. */
  readonly correctionMs: number;
  /** How many others must have said themselves that they were there, so that hosting counts as leading. */
  readonly othersMin: number;
  /** How many notes a session has at most. */
  readonly notesMax: number;
};

/** Version 1, our choice (domain 1.3, machine M: three empty sessions end a group). */
export const currentStudyRules: StudyRules = {
  version: 1,
  capacityMax: 30,
  organisedMax: 5,
  invitationsMax: 50,
  lengthMaxMs: 210 * dayMs,
  planAheadMs: 14 * dayMs,
  planEveryMs: 7 * dayMs,
  emptyMax: 3,
  checkInGraceMs: 30 * 60_000,
  closeAfterMs: 12 * 3_600_000,
  correctionMs: 7 * dayMs,
  othersMin: 2,
  notesMax: 50,
};

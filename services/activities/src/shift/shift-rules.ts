/** How much service one person may take on, so that nobody burns out; a hard shift counts as several (domain 1.3, machine E). */
export type ShiftRules = {
  readonly version: number;
  /** What a hard shift counts; any other counts one. */
  readonly hardWeight: number;
  /** The most that shifts which begin on one campus day may count together. */
  readonly dayWeightMax: number;
  /** The most that shifts which begin in one week, Monday first, may count together. */
  readonly weekWeightMax: number;
  /** How many shifts may follow each other without a rest between them. */
  readonly consecutiveMax: number;
  /** From how long on a break between two shifts is a rest. */
  readonly restMinutes: number;
};

/** The rules that shifts are signed up for under now; a sign-up keeps the version it was made under. */
export const currentShiftRules: ShiftRules = {
  version: 1,
  hardWeight: 2,
  dayWeightMax: 3,
  weekWeightMax: 10,
  consecutiveMax: 2,
  restMinutes: 60,
};

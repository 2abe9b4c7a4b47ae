/*
 * The numbers of the door as versioned data: how far the clock of a phone is believed, and how often a code may be
 * guessed. Each scan keeps the version it was merged under.
 */

/** One version of the numbers. */
export type DoorRules = {
  readonly version: number;
  /** A phone whose clock differs by less is believed as it is: the difference may be the network's. */
  readonly clockDriftSeconds: number;
  /** A scan that waited longer on a phone is dated when it arrived: nobody is offline at a door for longer. */
  readonly offlineHoursMax: number;
  /** How many wrong codes one person may type within the minutes below. */
  readonly guessesMax: number;
  readonly guessMinutes: number;
};

const version1: DoorRules = {
  version: 1,
  clockDriftSeconds: 30,
  offlineHoursMax: 24,
  guessesMax: 5,
  guessMinutes: 10,
};

/** The version that scans are merged under. */
export const currentDoorRules: DoorRules = version1;

/*
 * The numbers of bookings, as data. They bound what can be asked for; a booking that stands is never judged by them again.
 */

/** The bounds that bookings are asked for under. */
export const bookingRules = {
  version: 1,
  /** Set-up, and clear-away, take at most a week. */
  aroundMinutesMax: 10_080,
  /** How many bookings of one activity can stand at once, so that no draft holds the whole house. */
  livePerActivityMax: 12,
} as const;

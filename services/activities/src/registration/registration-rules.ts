/*
 * The numbers of machine D, as versioned data. A registration keeps the version it was made under, and an offer the
 * instant until which it was made, so that a change never shortens what somebody was promised.
 */

/** One version of the numbers. */
export type RegistrationRules = {
  readonly version: number;
  /** An offer lasts at most this many hours. */
  readonly offerHoursMax: number;
  /** An offer lasts at most this share of the time left to the start. */
  readonly offerShare: number;
  /** With fewer hours left to the start, seats are called out instead of offered: the first to accept has one. */
  readonly callHours: number;
  /** How many of those who wait are called at once. */
  readonly callWidth: number;
  /** A scan more than this many minutes after the start is late. */
  readonly lateAfterMinutes: number;
};

/** Version 1. The offer's time, the last two hours and the five called are domain 1.3 D; lateness is our choice. */
const version1: RegistrationRules = {
  version: 1,
  offerHoursMax: 12,
  offerShare: 0.25,
  callHours: 2,
  callWidth: 5,
  lateAfterMinutes: 15,
};

const versions: ReadonlyMap<number, RegistrationRules> = new Map([[version1.version, version1]]);

/** The version that new registrations are made under. */
export const currentRegistrationRules: RegistrationRules = version1;

/** The numbers of one version; throws for a version that never was, because a stored registration always has one. */
export function registrationRulesOf({ rulesVersion }: { readonly rulesVersion: number }): RegistrationRules {
  const rules = versions.get(rulesVersion);
  if (rules === undefined) throw new Error(`there are no registration rules of version ${rulesVersion}`);
  return rules;
}

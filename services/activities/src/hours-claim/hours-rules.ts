/** A band of recognition, from so many verified hours on. */
export type AwardBand = { readonly name: 'BRONZE' | 'SILVER' | 'GOLD' | 'PLATINUM'; readonly fromHours: number };

/** The numbers that claims of hours are judged by, and the bands that verified hours lead to (domain 1.3, machine E). */
export type HoursRules = {
  readonly version: number;
  /** How much longer than its shift a claim may be without a reason, in per cent. */
  readonly overShiftPercent: number;
  /** How many months after the work a claim may be submitted. */
  readonly backDatingMonths: number;
  /** Lowest first. */
  readonly bands: readonly AwardBand[];
};

/** Four bands, as the University of St Andrews awards them. */
const fourBands: HoursRules = {
  version: 1,
  overShiftPercent: 25,
  backDatingMonths: 6,
  bands: [
    { name: 'BRONZE', fromHours: 50 },
    { name: 'SILVER', fromHours: 100 },
    { name: 'GOLD', fromHours: 300 },
    { name: 'PLATINUM', fromHours: 500 },
  ],
};

/** Three bands, as the union at the University of Central Lancashire awards them: the first is within a term's reach. */
const threeBands: HoursRules = {
  ...fourBands,
  version: 2,
  bands: [
    { name: 'BRONZE', fromHours: 20 },
    { name: 'SILVER', fromHours: 50 },
    { name: 'GOLD', fromHours: 100 },
  ],
};

const versions = [fourBands, threeBands] as const;

/** The rules that new claims are judged by, and bands are awarded by, now. */
export const currentHoursRules: HoursRules = threeBands;

/** The rules of a version; a claim keeps the one it was drafted under. Throws a RangeError for a version that never was. */
export function hoursRulesOf({ rulesVersion }: { readonly rulesVersion: number }): HoursRules {
  const rules = versions.find(({ version }) => version === rulesVersion);
  if (rules === undefined) throw new RangeError(`there are no rules of hours of version ${rulesVersion}`);
  return rules;
}

/** The band that so many verified minutes have reached, and the one after it; nothing where there is none. */
export function bandsAt(
  minutes: number,
  { bands }: HoursRules,
): { readonly reached: AwardBand | undefined; readonly next: AwardBand | undefined } {
  return {
    reached: bands.findLast(({ fromHours }) => minutes >= fromHours * 60),
    next: bands.find(({ fromHours }) => minutes < fromHours * 60),
  };
}

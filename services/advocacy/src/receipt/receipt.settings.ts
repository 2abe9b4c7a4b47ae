/** The variable with how many anonymous cases are taken in an hour. */
const openingsVariable = 'GUILDHALL_ANONYMOUS_CASES_PER_HOUR';

/** As many as an advice team could read, and far more than come on a bad day. */
const usualOpenings = 60;

/** Reads what an operator may set about receipts. Throws one sentence when it makes no sense. */
export function readReceiptSettings(environment: Readonly<Record<string, string | undefined>>): {
  readonly anonymousCasesPerHour: number;
} {
  const told = environment[openingsVariable];
  const anonymousCasesPerHour = told === undefined || told === '' ? usualOpenings : Number(told);
  if (!Number.isInteger(anonymousCasesPerHour) || anonymousCasesPerHour < 0)
    throw new Error(`${openingsVariable} must be a whole number, 0 to take no anonymous cases.`);
  return { anonymousCasesPerHour };
}

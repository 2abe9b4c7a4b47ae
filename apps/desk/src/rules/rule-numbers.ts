/** The numbers of a rule, in the order they are shown. */
export const ruleNumbers = [
  'acknowledgeDays',
  'firstContactDays',
  'departmentAnswerDays',
  'silenceDays',
  'noContactDays',
  'warningDays',
  'appealDays',
  'wholeProcedureDays',
  'externalMonths',
  'mediationAnswerDays',
  'exportDays',
] as const;

/** One of those numbers. */
export type RuleNumber = (typeof ruleNumbers)[number];

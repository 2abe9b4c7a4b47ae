/*
 * What many cases share: a cause, coarse and named by the case worker, and a department. When enough students are behind it
 * the advice team is shown a number, rounded and never taken apart, and may turn it into a matter for everybody.
 * Life of a suggestion: shown, then raised or dismissed. Owner: advocacy.
 */
import { suppress } from '@guildhall/disclosure';
import { defineLifecycle, type Id } from '@guildhall/kernel';
import type { CaseId } from '../case/case.js';

/** Coarse causes; none of them says what happened to anybody. */
export const causes = [
  'REPAIRS',
  'CHARGES',
  'MARKING',
  'EXTENSIONS',
  'INFORMATION',
  'DELAY',
  'ACCESSIBILITY',
  'CONDUCT',
  'PAYMENTS',
  'OTHER',
] as const;

/** One coarse cause. */
export type Cause = (typeof causes)[number];

/** The cause of one case, and whether its student lets it be counted. Without consent it counts once it is a fact without a person. */
export type CaseCause = {
  readonly caseId: CaseId;
  readonly cause: Cause;
  readonly departmentId: Id<'Department'>;
  readonly namedAt: Date;
  readonly consentedAt: Date | undefined;
  readonly version: number;
};

/** What is shown of many cases; the exact number is kept beside it and shown to nobody. */
export type CollectiveSuggestion = {
  readonly id: Id<'CollectiveSuggestion'>;
  readonly cause: Cause;
  readonly departmentId: Id<'Department'>;
  readonly status: 'SUGGESTED' | 'RAISED' | 'DISMISSED';
  readonly countedStudents: number;
  readonly shownStudents: number;
  readonly countedAt: Date;
  readonly decidedAt: Date | undefined;
  /** The proposal it became. */
  readonly matterId: string | undefined;
  readonly version: number;
};

/** How many students were counted for one cause and department. */
export type Tally = { readonly cause: Cause; readonly departmentId: Id<'Department'>; readonly students: number };

/** From how many students on, and over how many months, cases are put together. */
export type CollectiveRule = { readonly version: number; readonly studentsMin: number; readonly months: number };

/** The life of a suggestion. */
export const suggestionLifecycle = defineLifecycle<
  Pick<CollectiveSuggestion, 'status'>,
  CollectiveSuggestion['status'],
  'RAISE' | 'DISMISS'
>(
  {
    name: 'Collective suggestion',
    initial: ['SUGGESTED'],
    states: ['SUGGESTED', 'RAISED', 'DISMISSED'],
    transitions: {
      RAISE: { from: ['SUGGESTED'], to: ['RAISED'] },
      DISMISS: { from: ['SUGGESTED'], to: ['DISMISSED'] },
    },
  },
  ({ status }) => status,
);

/**
 * The figure to show now, or nothing when it must stay as it is. Below the threshold there is none; and a figure gives way to
 * another only when at least as many students as the threshold came or went in between: from two figures of different weeks
 * nobody can work out the few who joined.
 */
export function figureFor(
  tally: Tally,
  shown: Pick<CollectiveSuggestion, 'countedStudents'> | undefined,
  { studentsMin }: CollectiveRule,
): number | undefined {
  const [figure] = suppress([{ value: tally.students, people: tally.students }], studentsMin);
  if (figure === undefined || figure.suppressed) return undefined;
  if (shown !== undefined && Math.abs(tally.students - shown.countedStudents) < studentsMin) return undefined;
  // Rounded down, so that no more is claimed than there is; the threshold itself is a multiple of five or rounds to one below.
  return Math.floor(figure.value / 5) * 5;
}

/* A department's own work in numbers: what its lead sees of it without opening a referral. */
import { suppress, type Figure } from '@guildhall/disclosure';
import type { ReferralDecision } from './referral.js';

/** What a figure counts, as it was counted. */
export type CountedFigure = { readonly value: number; readonly people: number };

/** The figures of a department as they were counted, before anybody may see them. */
export type CountedFigures = {
  readonly received: CountedFigure;
  readonly late: CountedFigure;
  readonly medianDays: CountedFigure;
  readonly answers: readonly (CountedFigure & { readonly decision: ReferralDecision })[];
};

/** The answers of one decision, safe to show. */
export type AnswerCell = Figure & { readonly decision: ReferralDecision };

/** The figures of a department, safe to show to its lead. */
export type DepartmentFigures = {
  readonly since: Date;
  readonly threshold: number;
  readonly received: Figure;
  readonly late: Figure;
  readonly medianDays: Figure;
  readonly answers: readonly AnswerCell[];
};

/**
 * Hides what stands for too few students. Of the decisions never one alone is hidden: whoever knows how many answers there
 * were could find it by subtraction, so the smallest one shown is hidden with it.
 */
export function safeFigures(
  { received, late, medianDays, answers }: CountedFigures,
  { since, threshold }: { readonly since: Date; readonly threshold: number },
): DepartmentFigures {
  const safe = (figure: CountedFigure): Figure => suppress([figure], threshold)[0] ?? hidden;
  const cells: readonly AnswerCell[] = suppress(answers, threshold);
  const smallest = cells
    .filter(({ suppressed }) => !suppressed)
    .toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0))[0]?.decision;
  const isOneHidden = cells.filter(({ suppressed }) => suppressed).length === 1;
  return {
    since,
    threshold,
    received: safe(received),
    late: safe(late),
    medianDays: safe(medianDays),
    answers: cells.map((cell) =>
      isOneHidden && cell.decision === smallest ? { ...hidden, decision: cell.decision } : cell,
    ),
  };
}

const hidden: Figure = { value: null, suppressed: true, reason: 'BELOW_THRESHOLD' };

import { addWorkingDays } from '@guildhall/kernel';
import type { Proposal, ProposalComplexity, ProposalId } from './proposal.js';

/** One version of the numbers that proposals live by. A proposal keeps the version it was opened under. */
export type ProposalRule = {
  readonly version: number;
  readonly secondersMin: number;
  readonly gatheringDays: number;
  readonly thresholdAbsolute: number;
  readonly thresholdPerTenThousand: number;
  readonly reviveAfterMonths: number;
  readonly simpleMonths: number;
  readonly complexMonths: number;
  readonly ratingDays: number;
  readonly ratersMin: number;
  readonly dissatisfiedPercent: number;
  readonly verifyDays: number;
  readonly verifiersMin: number;
  readonly notYetPercent: number;
};

/** How many said yes and how many said no. */
export type Tally = { readonly yes: number; readonly no: number };

const dayMs = 86_400_000;

/** The support a proposal needs: the larger of a fixed number and a share of the constituency, rounded up. */
export function thresholdFor(
  { thresholdAbsolute, thresholdPerTenThousand }: ProposalRule,
  constituencySize: number,
): number {
  return Math.max(thresholdAbsolute, Math.ceil((constituencySize * thresholdPerTenThousand) / 10_000));
}

/** The same time of day so many days later. */
export function daysAfter(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * dayMs);
}

/** The same day so many calendar months later in UTC, or the last day of that month when it is shorter. */
export function monthsAfter(instant: Date, months: number): Date {
  const moved = new Date(instant);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  if (moved.getUTCDate() !== instant.getUTCDate()) moved.setUTCDate(0);
  return moved;
}

/** When an answer is due: the last millisecond of this campus month for a simple matter, of the next for a complex one. */
export function answerDue(
  rule: Pick<ProposalRule, 'simpleMonths' | 'complexMonths'>,
  complexity: ProposalComplexity,
  { now, zone }: { readonly now: Date; readonly zone: string },
): Date {
  const months = complexity === 'SIMPLE' ? rule.simpleMonths : rule.complexMonths;
  const [year = 0, month = 0] = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })
    .format(now)
    .split('-')
    .map(Number);
  const noonOfLastDay = new Date(Date.UTC(year, month + months, 0, 12));
  return addWorkingDays(noonOfLastDay, 0, { zone, workingWeekdays: [1], holidays: [], closures: [] });
}

/** Whether so many of the raters are dissatisfied that the department looks again; once. */
export function isReconsidered(
  { ratersMin, dissatisfiedPercent }: ProposalRule,
  { answerRound }: Pick<Proposal, 'answerRound'>,
  { yes, no }: Tally,
): boolean {
  return answerRound === 1 && yes + no >= ratersMin && no * 100 >= dissatisfiedPercent * (yes + no);
}

/** Whether so many of those who verified say "not yet" that it is reopened; once. */
export function isReopened(
  { verifiersMin, notYetPercent }: ProposalRule,
  { deliveryRound }: Pick<Proposal, 'deliveryRound'>,
  { yes, no }: Tally,
): boolean {
  return deliveryRound === 1 && yes + no >= verifiersMin && no * 100 >= notYetPercent * (yes + no);
}

/** The name of one round of one proposal. */
export function roundOf(id: ProposalId, round: number): string {
  return `${id}:${round}`;
}

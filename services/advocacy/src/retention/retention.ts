/*
 * How long the words of a case are kept, and what stops their erasure. Life: a case that is over is kept for the time of
 * its matter, then it becomes a fact without a person; a hold stops that, and the student may ask for it earlier.
 */
import type { Id } from '@guildhall/kernel';
import type { Case, CaseId, CaseMatter } from '../case/case.js';

/** The two reasons that stop an erasure: a legal claim, or an external adjudicator who may still ask for the file. */
export const holdBases = ['LEGAL', 'ADJUDICATOR'] as const;

/** One such reason. */
export type HoldBasis = (typeof holdBases)[number];

/** A hold on a case; it stands until it is lifted. */
export type Hold = {
  readonly id: Id<'Hold'>;
  readonly caseId: CaseId;
  readonly basis: HoldBasis;
  readonly placedAt: Date;
  readonly liftedAt: Date | undefined;
};

/** One version of how long cases of a matter are kept after their end. */
export type RetentionRule = {
  readonly version: number;
  readonly validFrom: Date;
  readonly matter: CaseMatter;
  readonly months: number;
};

/** What can be done about keeping a case. */
export const retentionActions = ['PLACE_HOLD', 'LIFT_HOLD', 'ASK_ERASURE'] as const;

/** One of those actions. */
export type RetentionAction = (typeof retentionActions)[number];

/** When the words of a case that is over are erased by themselves: by the rule that was in force when it ended. Nothing while it goes on. */
export function erasesAt(
  { closedAt, matter }: Pick<Case, 'closedAt' | 'matter'>,
  rules: readonly RetentionRule[],
): Date | undefined {
  if (closedAt === undefined) return undefined;
  const rule = rules.findLast((one) => one.matter === matter && one.validFrom <= closedAt);
  if (rule === undefined) throw new Error('the migrations bring a time for every matter');
  const at = new Date(closedAt);
  at.setUTCMonth(at.getUTCMonth() + rule.months);
  return at;
}

const guards: Readonly<Record<RetentionAction, (item: Case, standing: readonly Hold[]) => boolean>> = {
  PLACE_HOLD: ({ dataKey }, standing) => dataKey !== undefined && standing.length < holdBases.length,
  LIFT_HOLD: (_item, standing) => standing.length > 0,
  ASK_ERASURE: (item, standing) => isOver(item) && item.dataKey !== undefined && standing.length === 0,
};

/** Whether an action is possible for a case now, with the holds that stand. */
export function canRetain(action: RetentionAction, item: Case, standing: readonly Hold[]): boolean {
  return guards[action](item, standing);
}

/** Whether a case is over. */
export function isOver({ status }: Pick<Case, 'status'>): boolean {
  return status === 'CLOSED' || status === 'SIGNPOSTED';
}

/*
 * A criterion: how much of which evidence an achievement asks for. Criteria are data, written by officers and copied when
 * a credential is claimed. Life: none of its own. Owner: learning.
 */
import type { Evidence } from '../record/evidence.js';
import type { EvidenceKind } from '../record/record-fact.js';

/** What is measured: pieces of evidence, minutes written on them, or days between their beginning and end. */
export type CriterionMeasure = 'COUNT' | 'MINUTES' | 'DAYS';

/** How much of which evidence; what is left out does not matter. */
export type Criterion = {
  readonly kind: EvidenceKind;
  readonly activityKind?: string;
  readonly positionKind?: string;
  readonly pathId?: string;
  readonly measure: CriterionMeasure;
  readonly amount: number;
};

const dayMs = 86_400_000;

/** How far evidence goes towards a criterion, never beyond it, and the pieces that count, the earliest first. */
export type CriterionProgress = { readonly reached: number; readonly counted: readonly Evidence[] };

/** How far standing evidence goes towards a criterion. What is yet to happen does not count. */
export function progressOf(criterion: Criterion, standing: readonly Evidence[], now: Date): CriterionProgress {
  const inOrder = standing
    .filter((evidence) => fits(criterion, evidence, now))
    .sort((one, other) => one.happenedAt.getTime() - other.happenedAt.getTime() || (one.id < other.id ? -1 : 1));
  let sum = 0;
  const counted: Evidence[] = [];
  for (const evidence of inOrder) {
    if (Math.floor(sum) >= criterion.amount) break;
    const worth = worthOf(criterion.measure, evidence, now);
    if (worth <= 0) continue;
    sum += worth;
    counted.push(evidence);
  }
  return { reached: Math.min(Math.floor(sum), criterion.amount), counted };
}

/**
 * The evidence that meets all criteria, each piece once and in the order in which it happened; nothing when one of them is
 * not met. A piece may count towards several criteria.
 */
export function evidenceMeeting(
  criteria: readonly Criterion[],
  standing: readonly Evidence[],
  now: Date,
): readonly Evidence[] | undefined {
  const progress = criteria.map((criterion) => ({ criterion, ...progressOf(criterion, standing, now) }));
  if (progress.length === 0 || progress.some(({ criterion, reached }) => reached < criterion.amount)) return undefined;
  const byId = new Map(progress.flatMap(({ counted }) => counted.map((evidence) => [evidence.id, evidence])));
  return [...byId.values()].sort(
    (one, other) => one.happenedAt.getTime() - other.happenedAt.getTime() || (one.id < other.id ? -1 : 1),
  );
}

function fits({ kind, activityKind, positionKind, pathId }: Criterion, evidence: Evidence, now: Date): boolean {
  const { detail } = evidence;
  return (
    evidence.isStanding &&
    evidence.kind === kind &&
    evidence.happenedAt <= now &&
    (activityKind === undefined || detail.activityKind === activityKind) &&
    (positionKind === undefined || detail.positionKind === positionKind) &&
    (pathId === undefined || detail.pathId === pathId)
  );
}

function worthOf(measure: CriterionMeasure, { happenedAt, until, minutes }: Evidence, now: Date): number {
  if (measure === 'COUNT') return 1;
  if (measure === 'MINUTES') return minutes ?? 0;
  const end = until !== undefined && until < now ? until : now;
  return (end.getTime() - happenedAt.getTime()) / dayMs;
}

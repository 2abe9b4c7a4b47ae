/*
 * Which pieces of evidence pass which steps of a path.
 * Life: computed anew whenever either changes. Owner: learning.
 */
import type { Evidence } from '../record/evidence.js';
import type { StepId } from '../path/step.js';
import type { StepProgress } from './step-progress.js';

/** What a step got: the pieces that go to it, how much they come to, and when that is or will be enough. */
export type Dealt = {
  readonly evidence: readonly Evidence[];
  /** Activities, sessions, whole days in office or whole hours so far. */
  readonly have: number;
  /** When it was or will be enough; time alone brings a day in office, so it may lie ahead. Nothing when it never is. */
  readonly reachedAt: Date | undefined;
  /** Whether it is enough now. What others confirmed is, whatever their clock says. */
  readonly isReached: boolean;
};

type Piles = {
  readonly attendances: ReadonlyMap<string | undefined, Evidence[]>;
  readonly hours: Evidence[];
  readonly mandates: Evidence[];
  readonly sessions: Evidence[];
};

const dayMs = 86_400_000;
const hourMinutes = 60;

/**
 * Deals a member's standing evidence to the steps of one path that ask for it, in the order of the steps and of what
 * happened. Each piece goes to one step, whole, and a step keeps what it got while it waits for more: so another piece never
 * takes a step back, and only a correction does.
 */
export function dealEvidence(
  steps: readonly StepProgress[],
  evidence: readonly Evidence[],
  now: Date,
): ReadonlyMap<StepId, Dealt> {
  const piles = pileUp(evidence);
  return new Map(
    steps.flatMap(({ step, criterion }) => {
      const { kind, activityKind, hoursRequired, daysRequired } = criterion;
      if (kind === 'ATTEND') return [[step.id, dealOne(piles.attendances.get(activityKind) ?? [])]];
      if (kind === 'TEACH') return [[step.id, dealOne(piles.sessions)]];
      if (kind === 'VERIFIED_HOURS') return [[step.id, dealHours(piles.hours, hoursRequired ?? 0)]];
      return kind === 'HOLD_MANDATE' ? [[step.id, dealDays(piles.mandates, daysRequired ?? 0, now)]] : [];
    }),
  );
}

function pileUp(evidence: readonly Evidence[]): Piles {
  const inOrder = evidence
    .filter(({ isStanding }) => isStanding)
    .sort(
      (one, other) => one.happenedAt.getTime() - other.happenedAt.getTime() || (one.sourceId < other.sourceId ? -1 : 1),
    );
  const of = (kind: Evidence['kind']): Evidence[] => inOrder.filter((piece) => piece.kind === kind);
  return {
    attendances: Map.groupBy(of('ATTENDANCE'), ({ detail }) => detail.activityKind),
    hours: of('VERIFIED_HOURS'),
    mandates: of('MANDATE'),
    sessions: of('LED_SESSION'),
  };
}

function dealOne(pile: Evidence[]): Dealt {
  const piece = pile.shift();
  return piece === undefined
    ? { evidence: [], have: 0, reachedAt: undefined, isReached: false }
    : { evidence: [piece], have: 1, reachedAt: piece.happenedAt, isReached: true };
}

function dealHours(pile: Evidence[], hoursRequired: number): Dealt {
  const taken: Evidence[] = [];
  let minutes = 0;
  while (minutes < hoursRequired * hourMinutes) {
    const piece = pile.shift();
    if (piece === undefined) break;
    taken.push(piece);
    minutes += piece.minutes ?? 0;
  }
  const isReached = minutes >= hoursRequired * hourMinutes;
  return {
    evidence: taken,
    have: Math.floor(minutes / hourMinutes),
    reachedAt: isReached ? taken.at(-1)?.happenedAt : undefined,
    isReached,
  };
}

/** Days in several offices at once count once; an office that ended early counts the days it was held. */
function dealDays(pile: Evidence[], daysRequired: number, now: Date): Dealt {
  const taken: Evidence[] = [];
  const needed = daysRequired * dayMs;
  let held = 0;
  let heldByNow = 0;
  let coveredUntil = 0;
  let reachedAt: Date | undefined;
  for (let next = pile[0]; next !== undefined && isWanted(next, reachedAt); next = pile[0]) {
    taken.push(next);
    pile.shift();
    const from = Math.max(next.happenedAt.getTime(), coveredUntil);
    const until = next.until?.getTime() ?? Number.POSITIVE_INFINITY;
    if (until <= from) continue;
    if (reachedAt === undefined && held + (until - from) >= needed) reachedAt = new Date(from + needed - held);
    held += until - from;
    heldByNow += Math.max(0, Math.min(until, now.getTime()) - from);
    coveredUntil = until;
  }
  const have = Math.min(daysRequired, Math.floor(heldByNow / dayMs));
  return { evidence: taken, have, reachedAt, isReached: reachedAt !== undefined && reachedAt <= now };
}

/** An office that began before the days were enough belongs to them; one that began afterwards is left for the next step. */
function isWanted(piece: Evidence, reachedAt: Date | undefined): boolean {
  return reachedAt === undefined || piece.happenedAt < reachedAt;
}

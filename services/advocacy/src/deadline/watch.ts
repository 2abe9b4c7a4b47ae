/*
 * When somebody must look at the deadlines of a case next, and what is to be told then. Instants are stated by the rules;
 * a job that runs late decides the same.
 */
import { stateOf, type Deadline, type ServiceRule } from './deadline.js';
import { warnAt } from './due.js';

/** What is to be told of a deadline now. */
export type Warning = { readonly deadline: Deadline; readonly what: 'NEAR' | 'MISSED' };

/** What is to be told of unmet deadlines at an instant; each only once, and nothing while a clock stands still. */
export function warningsAt(owed: readonly Deadline[], rule: ServiceRule, now: Date): readonly Warning[] {
  return owed.flatMap((deadline): readonly Warning[] => {
    const state = stateOf(deadline, now);
    if (state === 'MISSED') return deadline.missedAt === undefined ? [{ deadline, what: 'MISSED' }] : [];
    const isNear = state === 'RUNNING' && warnAt(deadline, deadline.dueAt, rule.warningDays) <= now;
    return isNear && deadline.warnedAt === undefined ? [{ deadline, what: 'NEAR' }] : [];
  });
}

/** The next instant at which something will have to be told; none while nothing runs. */
export function nextWatch(owed: readonly Deadline[], rule: ServiceRule, now: Date): Date | undefined {
  const instants = owed.flatMap((deadline) => {
    if (stateOf(deadline, now) === 'PAUSED' || deadline.missedAt !== undefined) return [];
    const missed = new Date(deadline.dueAt.getTime() + 1);
    return deadline.warnedAt === undefined
      ? [earlier(warnAt(deadline, deadline.dueAt, rule.warningDays), missed)]
      : [missed];
  });
  return instants.reduce<Date | undefined>(
    (first, one) => (first === undefined ? one : earlier(first, one)),
    undefined,
  );
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}

import type { DeadlineDatesFragment } from '../generated/queue/graphql.js';

type Dated = { readonly deadlines: readonly DeadlineDatesFragment[]; readonly openedAt: string };

/** The soonest deadline that is not met yet; undefined when nothing is owed. */
export function nextDeadline({ deadlines }: Dated): DeadlineDatesFragment | undefined {
  return deadlines.filter(({ metAt }) => !metAt).toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))[0];
}

/** Orders cases by what is owed soonest; those that owe nothing follow, the oldest first. */
export function byDeadline(a: Dated, b: Dated): number {
  const [dueA, dueB] = [nextDeadline(a)?.dueAt, nextDeadline(b)?.dueAt];
  if (dueA !== undefined && dueB !== undefined && dueA !== dueB) return dueA.localeCompare(dueB);
  if ((dueA === undefined) !== (dueB === undefined)) return dueA === undefined ? 1 : -1;
  return a.openedAt.localeCompare(b.openedAt);
}

/*
 * The numbers of the task board. A task keeps the version it was made under, because its reminder was promised by it.
 */

/** One version of the numbers. */
export type TaskRules = {
  readonly version: number;
  /** How many tasks one activity can have. */
  readonly tasksMax: number;
  /** How many tasks one task can wait for. */
  readonly needsMax: number;
  /** How many hours before it is due the owner is reminded. */
  readonly remindHours: number;
};

/** Version 1: our choice; a day is enough to do something about it or to say that it will be late. */
const version1: TaskRules = { version: 1, tasksMax: 200, needsMax: 20, remindHours: 24 };

const versions: ReadonlyMap<number, TaskRules> = new Map([[version1.version, version1]]);

/** The version that new tasks are made under. */
export const currentTaskRules: TaskRules = version1;

/** The numbers of one version; throws for a version that never was, because a stored task always has one. */
export function taskRulesOf({ rulesVersion }: { readonly rulesVersion: number }): TaskRules {
  const rules = versions.get(rulesVersion);
  if (rules === undefined) throw new Error(`there are no task rules of version ${rulesVersion}`);
  return rules;
}

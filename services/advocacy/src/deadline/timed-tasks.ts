/** The timed tasks that keep the promises of cases; the platform sees cases for them. */
export const timedTasks = {
  /** Warns of deadlines and records that one was missed. */
  watch: 'watch-deadlines',
  /** Reminds a silent student. */
  remind: 'remind-student',
  /** Closes a case that stayed silent. */
  closeSilent: 'close-silent-case',
  /** Lets a case become a fact without a person when its time is over. */
  pseudonymise: 'pseudonymise-case',
  /** Builds an export in a thread of its own. */
  buildExport: 'build-export',
  /** Destroys an export whose time is over. */
  expireExport: 'expire-export',
} as const;

/** The names of those tasks. */
export const timedTaskNames: readonly string[] = Object.values(timedTasks);

/*
 * The union's rules about attempts at quizzes. What an attempt began with binds it; a change is a new version.
 * Life: none. Owner: learning.
 */

const minuteMs = 60_000;

/** The version of these rules; each attempt remembers the one it began under. */
export const attemptRulesVersion = 1;

/** The most attempts a quiz may allow. */
export const attemptsHighest = 20;

/** How many attempts show the right answers afterwards. Later ones say only what was wrong, so that nobody collects a bank. */
export const revealedAttempts = 3;

/** How long one waits after the first, the second and each later attempt that failed, in milliseconds. */
const waits: readonly number[] = [10 * minuteMs, 60 * minuteMs, 24 * 60 * minuteMs];

/** The earliest instant of the next attempt after one that ended; a change of the rules never moves it. */
export function nextAttemptAt(attempt: { readonly number: number; readonly isPassed: boolean }, endedAt: Date): Date {
  if (attempt.isPassed) return endedAt;
  const wait = waits[Math.min(attempt.number, waits.length) - 1] ?? 0;
  return new Date(endedAt.getTime() + wait);
}

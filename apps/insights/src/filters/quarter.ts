const dayMs = 86_400_000;
const weeksToShowMin = 4;

/**
 * The quarter of an academic year that a week belongs to, 1 to 4, by the month of its Monday; the first is August to October. The week
 * that holds 1 August may begin in July and belongs to the first.
 */
export function quarterOf(weekOf: string, academicYear: number): number {
  if (weekOf < `${academicYear}-08-01`) return 1;
  const monthsSinceAugust = (Number(weekOf.slice(5, 7)) + 4) % 12;
  return Math.floor(monthsSinceAugust / 3) + 1;
}

/** The latest quarter of the academic year under way that has at least four weeks to show; the first until there is one. */
export function latestQuarter(academicYear: number, nowMs: number): number {
  const sinceMonday = (new Date(nowMs).getUTCDay() + 6) % 7;
  const monday = new Date(nowMs - (sinceMonday + 7 * (weeksToShowMin - 1)) * dayMs);
  return quarterOf(monday.toISOString().slice(0, 10), academicYear);
}

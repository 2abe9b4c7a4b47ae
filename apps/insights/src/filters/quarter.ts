/**
 * The quarter of an academic year that a week belongs to, 1 to 4, by the month of its Monday; the first is August to October. The week
 * that holds 1 August may begin in July and belongs to the first.
 */
export function quarterOf(weekOf: string, academicYear: number): number {
  if (weekOf < `${academicYear}-08-01`) return 1;
  const monthsSinceAugust = (Number(weekOf.slice(5, 7)) + 4) % 12;
  return Math.floor(monthsSinceAugust / 3) + 1;
}

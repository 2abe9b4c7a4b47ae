import type { PlotPoint } from '@guildhall/ui';

/** Something with a start. */
type Started = { readonly startsAt: string; readonly isOpen: boolean };

const monthOf = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', timeZone: zone }).format(new Date(instant));

/**
 * How much takes place in each month on campus, from the first month with anything to the last, at most the latest 12: when
 * a year is busy. What was called off does not count.
 */
export function busyMonths(
  activities: readonly Started[],
  { zone, language }: { readonly zone: string; readonly language: string },
): readonly PlotPoint[] {
  const months = activities.filter(({ isOpen }) => isOpen).map(({ startsAt }) => monthOf(startsAt, zone));
  const [first] = [...months].sort();
  const last = [...months].sort().at(-1);
  if (first === undefined || last === undefined) return [];
  const all = [first];
  while (all.at(-1) !== last) all.push(nextMonth(all.at(-1) ?? last));
  const name = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  return all.slice(-12).map((month) => ({
    key: month,
    label: name.format(new Date(`${month}-01T00:00:00.000Z`)),
    figure: { value: months.filter((one) => one === month).length, suppressed: false },
  }));
}

function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

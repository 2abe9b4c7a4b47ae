import { useTexts } from '@guildhall/ui';
import type { Filter } from './Filters.js';
import { latestQuarter } from './quarter.js';

const yearsOffered = 5;
const quarters = ['1', '2', '3', '4'];

/** The filter of the academic year: the current one and the four before, and another that the address names. */
export function useYearFilter(current: number, year: number | undefined, onChoose: (year: number) => void): Filter {
  const { t } = useTexts();
  const offered = Array.from({ length: yearsOffered }, (_, index) => current - index);
  const chosen = year ?? current;
  const years = offered.includes(chosen) ? offered : [chosen, ...offered];
  return {
    key: 'year',
    label: t('filters.year'),
    value: String(chosen),
    choices: years.map((each) => ({ value: String(each), label: nameOfYear(each) })),
    onChoose: (value) => onChoose(Number(value)),
  };
}

/** The filter of the quarter of the academic year, 1 to 4. What is chosen always stands in the address: a link shows the same months later. */
export function useQuarterFilter(quarter: number, onChoose: (quarter: number) => void): Filter {
  const { t } = useTexts();
  return {
    key: 'quarter',
    label: t('filters.quarter'),
    value: String(quarter),
    choices: quarters.map((value) => ({ value, label: t(`quarters.${value}`) })),
    onChoose: (value) => onChoose(Number(value)),
  };
}

/** The quarter to show while the address names none. */
export function quarterToBegin(current: number, year: number | undefined): number {
  return year === undefined || year === current ? latestQuarter(current, Date.now()) : 1;
}

/** An academic year as people write it: 2026/27. */
export function nameOfYear(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

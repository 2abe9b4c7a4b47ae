import { campusDay, campusInstant, fromCampusInput, toCampusInput } from '@guildhall/ui';
import type { CampusDates } from './schedule-values.js';

/** The dates of an election in the campus zone: mandates begin with a day, everything else at a minute. */
export function campusDates(zone: string): CampusDates {
  return {
    show: (date, instant) =>
      date === 'mandatesStartAt' ? campusDay(Date.parse(instant), zone) : toCampusInput(instant, zone),
    read: (date, value) =>
      date === 'mandatesStartAt' ? campusInstant(value, zone) : (fromCampusInput(value, zone) ?? ''),
  };
}

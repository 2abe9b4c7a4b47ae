import { useTexts } from '@guildhall/ui';

/** A weekly time as the graph tells it. */
export type ShownTime = { readonly weekday: number; readonly startsAt: string; readonly minutes: number };

/** A day that is known to be a Monday, to name the days of the week by. */
const monday = Date.UTC(2026, 0, 5);
const dayMs = 86_400_000;

/** The words for times of the week and for languages, in the reader's language. */
export function useStudyWords() {
  const { t, language } = useTexts();
  const dayName = (weekday: number, width: 'long' | 'short' = 'long'): string =>
    new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' }).format(monday + (weekday - 1) * dayMs);
  return {
    dayName,
    timeText: ({ weekday, startsAt, minutes }: ShownTime): string =>
      t('study.timeText', { day: dayName(weekday), time: startsAt, minutes }),
    languageName: (tag: string): string => {
      try {
        return new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
      } catch {
        return tag;
      }
    },
  };
}

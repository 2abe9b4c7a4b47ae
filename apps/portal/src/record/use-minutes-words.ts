import { useTexts } from '@guildhall/ui';

/** Says whole minutes as hours and minutes, in the reader's language. */
export function useMinutesWords(): (minutes: number) => string {
  const { t } = useTexts();
  return (minutes) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    if (rest === 0) return t('record.hours', { count: hours });
    return hours === 0 ? t('record.minutes', { count: rest }) : t('record.hoursAndMinutes', { hours, minutes: rest });
  };
}

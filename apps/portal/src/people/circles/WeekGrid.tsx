import type { ReactElement } from 'react';
import { SoftText, useField, useTexts } from '@guildhall/ui';
import styles from './circles.module.css';
import { dayHalves, halfDays, weekDays, type HalfDay } from './half-days.js';

/** A week to choose free half days from, day by day; the value is the list of those chosen. */
export function WeekGrid({ name }: { readonly name: string }): ReactElement {
  const { t } = useTexts();
  const { value, change } = useField(name);
  const chosen: readonly string[] = typeof value === 'object' ? value : [];
  const toggle = (halfDay: HalfDay, isOn: boolean): void =>
    change(halfDays.filter((one) => (one === halfDay ? isOn : chosen.includes(one))));
  return (
    <fieldset className={styles.field}>
      <legend>{t('circles.halfDays')}</legend>
      <SoftText isSmall>{t('circles.halfDaysHint')}</SoftText>
      <table className={styles.week}>
        <thead>
          <tr>
            <th scope="col">{t('circles.day')}</th>
            <th scope="col">{t('circles.morning')}</th>
            <th scope="col">{t('circles.afternoon')}</th>
          </tr>
        </thead>
        <tbody>
          {weekDays.map((day) => (
            <tr key={day}>
              <th scope="row">{t(`weekDay.${day}`)}</th>
              {dayHalves.map((half) => (
                <td key={half}>
                  <label>
                    <input
                      type="checkbox"
                      aria-label={t(`halfDay.${day}_${half}`)}
                      checked={chosen.includes(`${day}_${half}`)}
                      onChange={({ target }) => toggle(`${day}_${half}`, target.checked)}
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}

import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { campusDay, DateTimeText, useTexts, useWebConfig } from '@guildhall/ui';
import type { OwnSession } from './study-documents.js';
import styles from './study.module.css';

const dayMs = 86_400_000;

/** The viewer's sessions of the next seven days as a week one can look at; on a phone as a list of days. */
export function MyWeek({ sessions }: { readonly sessions: readonly OwnSession[] }): ReactElement {
  const { t, language } = useTexts();
  const { campusZone } = useWebConfig();
  const [now] = useState(() => Date.now());
  const days = Array.from({ length: 7 }, (_, ahead) => campusDay(now + ahead * dayMs, campusZone));
  const byDay = Map.groupBy(sessions, ({ startsAt }) => campusDay(Date.parse(startsAt), campusZone));
  const dayName = (day: string): string =>
    new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', timeZone: 'UTC' }).format(Date.parse(day));
  return (
    <ol className={styles.week} aria-label={t('study.week')}>
      {days.map((day, ahead) => {
        const own = byDay.get(day) ?? [];
        return (
          <li key={day} className={styles.day} data-today={ahead === 0} data-empty={own.length === 0}>
            <span className={styles.dayName}>{dayName(day)}</span>
            <ul className={styles.meetings}>
              {own.map(({ id, startsAt, group, isHostedByViewer }) => (
                <li key={id}>
                  <Link
                    className={styles.meeting}
                    data-host={isHostedByViewer}
                    to="/study/$groupId"
                    params={{ groupId: group?.id ?? '' }}
                  >
                    <DateTimeText instant={startsAt} show="time" /> {group?.title}
                    {isHostedByViewer && ` · ${t('study.youHost')}`}
                  </Link>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

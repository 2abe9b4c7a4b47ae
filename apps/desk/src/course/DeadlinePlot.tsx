import { DateTimeText, SoftText, StatusBadge, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { Course } from './CoursePage.js';
import styles from './course.module.css';
import { measureDeadlines } from './plot-spans.js';

const tones = { RUNNING: 'info', PAUSED: 'neutral', MET: 'good', MISSED: 'danger' } as const;

/** Every deadline on one line of time: what it spans, where its clock stood still, and the present. The words beside it say the same. */
export function DeadlinePlot({ deadlines }: { readonly deadlines: Course['deadlines'] }): ReactElement {
  const { t } = useTexts();
  const { now, spanOf, pausesOf } = measureDeadlines(deadlines, Date.now());
  return (
    <ul className={styles.plot}>
      {deadlines.map((deadline) => {
        const span = spanOf(deadline);
        return (
          <li key={deadline.id} className={styles.row}>
            <span className={styles.head}>
              <strong>{t(`deadline.${deadline.kind}`)}</strong>
              <span>
                <StatusBadge tone={tones[deadline.state]}>{t(`deadlineState.${deadline.state}`)}</StatusBadge>{' '}
                <DateTimeText instant={deadline.metAt ?? deadline.dueAt} />
              </span>
            </span>
            <span className={styles.track} aria-hidden="true">
              <span
                className={styles.span}
                data-state={deadline.state}
                style={{ insetInlineStart: `${span.start}%`, width: `${span.length}%` }}
              />
              {pausesOf(deadline).map(({ id, start, length }) => (
                <span
                  key={id}
                  className={styles.pause}
                  style={{ insetInlineStart: `${start}%`, width: `${length}%` }}
                />
              ))}
              {now !== undefined && <span className={styles.now} style={{ insetInlineStart: `${now}%` }} />}
            </span>
            <SoftText isSmall>
              {t(`measure.${deadline.measure}`, { amount: deadline.amount })}
              {deadline.pauses.map(({ id, basis, startsAt, endsAt }) => (
                <span key={id}>
                  {' · '}
                  {t(`pause.${basis}`)} <DateTimeText instant={startsAt} show="day" />
                  {' – '}
                  {endsAt ? <DateTimeText instant={endsAt} show="day" /> : t('pause.lasts')}
                </span>
              ))}
            </SoftText>
          </li>
        );
      })}
    </ul>
  );
}

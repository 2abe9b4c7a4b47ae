import { useEffect, useState, type ReactElement } from 'react';
import { useTexts, Veiled } from '@guildhall/ui';
import styles from './quiz.module.css';

const told = [10, 5, 2, 1];

/** How much of the time of an attempt is left; said aloud at ten, five, two minutes and one, and when it is up. */
export function TimeLeft({ endsAt, onUp }: { readonly endsAt: string; readonly onUp: () => void }): ReactElement {
  const { t } = useTexts();
  const seconds = useSecondsUntil(endsAt);
  const isUp = seconds === 0;
  useEffect(() => {
    if (isUp) onUp();
    // Once, at the moment it is up.
  }, [isUp]);
  const minutes = Math.ceil(seconds / 60);
  const atMark = told.includes(minutes) ? t('quiz.minutesLeft', { count: minutes }) : '';
  const said = isUp ? t('quiz.timeUp') : atMark;
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <div className={styles.time}>
      <span aria-hidden="true">{t('quiz.timeLeft', { clock })}</span>
      <span role="timer">
        <Veiled>{t('quiz.minutesLeft', { count: minutes })}</Veiled>
      </span>
      <span role="status">
        <Veiled>{said}</Veiled>
      </span>
    </div>
  );
}

function useSecondsUntil(instant: string): number {
  const left = (): number => Math.max(0, Math.ceil((Date.parse(instant) - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(left()), 1000);
    return () => clearInterval(timer);
  }, [instant]);
  return seconds;
}

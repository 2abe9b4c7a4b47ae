import type { ReactElement } from 'react';
import { Card, SoftText, useTexts } from '@guildhall/ui';
import styles from './service.module.css';
import type { ShownHours } from './service-documents.js';
import { useHoursWords } from './use-hours-words.js';

/** Verified hours, and how far the next band is: a bar with a mark at each band, and the same in words. */
export function HoursTotal({ hours }: { readonly hours: ShownHours }): ReactElement {
  const { t } = useTexts();
  const say = useHoursWords();
  const { minutes, bands, band, nextBand, minutesToNext, waitingMinutes } = hours;
  const end = Math.max(minutes, ...bands.map(({ fromHours }) => fromHours * 60));
  const percent = (value: number): string => `${(100 * value) / Math.max(1, end)}%`;
  const standing = nextBand
    ? t('service.toNext', { band: t(`band.${nextBand.name}`), left: say(minutesToNext ?? 0) })
    : t('service.lastBand');
  return (
    <Card>
      <h2>{t('service.total')}</h2>
      <div className={styles.total}>{say(minutes)}</div>
      {band && <SoftText>{t('service.reached', { band: t(`band.${band.name}`) })}</SoftText>}
      <div className={styles.bands} role="img" aria-label={standing}>
        <div className={styles.reached} style={{ width: percent(minutes) }} />
        {bands.map(({ name, fromHours }) => (
          <span key={name} className={styles.mark} style={{ insetInlineStart: percent(fromHours * 60) }} />
        ))}
      </div>
      <ul className={styles.scale}>
        {bands.map(({ name, fromHours }) => (
          <li key={name}>{t('service.bandFrom', { band: t(`band.${name}`), hours: fromHours })}</li>
        ))}
      </ul>
      <SoftText>{standing}</SoftText>
      {waitingMinutes > 0 && <SoftText>{t('service.waiting', { hours: say(waitingMinutes) })}</SoftText>}
    </Card>
  );
}

import type { ReactElement } from 'react';
import { useWebConfig } from '../app/web-config.js';
import { useTexts } from '../texts/texts.js';
import { formatInstant } from './format-instant.js';

/** An instant from the graph and how much of it to show. */
export type DateTimeTextProps = {
  /** RFC 3339 in UTC; absent when there is none yet. */
  readonly instant?: string | null;
  readonly show?: 'day' | 'time' | 'day-and-time';
  /** Adds how far away it is, for example "in 3 days". */
  readonly isRelative?: boolean;
};

/** A date or time in the campus zone and the reader's language, whatever zone the device is in. */
export function DateTimeText({ instant, show = 'day-and-time', isRelative = false }: DateTimeTextProps): ReactElement {
  const { t, language } = useTexts();
  const { campusZone } = useWebConfig();
  if (instant === undefined || instant === null) return <>{t('time.unknown')}</>;
  return (
    <time dateTime={instant}>
      {formatInstant(instant, { language, zone: campusZone, show, nowMs: Date.now(), isRelative })}
    </time>
  );
}

import type { ReactElement } from 'react';
import { Card, DateTimeText, SoftText, useTexts } from '@guildhall/ui';
import { ProgressBar } from '../parts/Rows.js';
import type { StrikesViewer } from './strikes-documents.js';

/** What the viewer's strikes do together, on the way to what they would do next. */
export function StandingCard({
  standing,
}: {
  readonly standing: NonNullable<StrikesViewer['strikeStanding']>;
}): ReactElement {
  const { t } = useTexts();
  const { weight, delayMinutes, drawPercent, until, steps } = standing;
  const last = steps.at(-1)?.from ?? 1;
  const effect =
    delayMinutes === 0
      ? t('strikes.noEffect')
      : t('strikes.effect', { hours: delayMinutes / 60, percent: drawPercent });
  return (
    <Card>
      <h2>{t('strikes.now')}</h2>
      <p>
        {t('strikes.weighs', { weight })} {effect}
      </p>
      <ProgressBar label={t('strikes.weighs', { weight })} value={Math.min(weight, last)} max={last} />
      <ul>
        {steps.map((step) => (
          <li key={step.from}>
            {t('strikes.step', { from: step.from, hours: step.delayMinutes / 60, percent: step.drawPercent })}
          </li>
        ))}
      </ul>
      {until && (
        <SoftText>
          {t('strikes.lastUntil')} <DateTimeText instant={until} show="day" />
        </SoftText>
      )}
      <SoftText isSmall>{t('strikes.nobodySees')}</SoftText>
    </Card>
  );
}

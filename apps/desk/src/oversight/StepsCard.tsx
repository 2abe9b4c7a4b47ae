import { Card, Notice, Stack, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { StepCard } from '../safeguarding/StepCard.js';
import type { WatchedCaseProps } from './OversightPage.js';

/** Steps without consent for which the advice manager may be the second person. */
export function StepsCard({ entry, onDone }: WatchedCaseProps): ReactElement | null {
  const { t } = useTexts();
  const { safeguardingSteps: steps, flaggedAt } = entry;
  if (steps.length === 0 && !flaggedAt) return null;
  return (
    <Card>
      <h2>{t('safeguarding.title')}</h2>
      {flaggedAt && <Notice tone="warn">{t('safeguarding.flagged')}</Notice>}
      <Stack>
        {steps.map((step) => (
          <StepCard key={step.id} {...{ step, onDone }} />
        ))}
      </Stack>
    </Card>
  );
}

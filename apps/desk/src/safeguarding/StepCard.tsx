import { Cluster, DateTimeText, SoftText, Stack, StatusBadge, useTexts, type Tone } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { SafeguardingStepStatus, StepFactsFragment } from '../generated/safeguarding/graphql.js';
import { StepActions } from './StepActions.js';

/** A step and what follows once it changed. */
export type StepCardProps = { readonly step: StepFactsFragment; readonly onDone: () => void };

const tones: Readonly<Record<SafeguardingStepStatus, Tone>> = {
  PROPOSED: 'warn',
  CONFIRMED: 'info',
  DECLINED: 'neutral',
  TAKEN: 'good',
};

/** A step outside without consent: on which ground, whom it tells, why, who answers for it, and when the student is told. */
export function StepCard({ step, onDone }: StepCardProps): ReactElement {
  const { t } = useTexts();
  return (
    <Stack gap="small">
      <h3>{t('safeguarding.heading', { recipient: t(`safeguardingRecipient.${step.recipient}`) })}</h3>
      <Cluster>
        <StatusBadge tone={tones[step.status]}>{t(`safeguardingStatus.${step.status}`)}</StatusBadge>
        <StatusBadge>{t(`safeguardingGround.${step.ground}`)}</StatusBadge>
      </Cluster>
      <p>{step.reason ?? t('case.erasedWords')}</p>
      <SoftText isSmall>
        {t('safeguarding.proposedBy', { subject: step.proposedBy ?? '' })} <DateTimeText instant={step.proposedAt} />
        {step.decidedBy && ` · ${t('safeguarding.decidedBy', { subject: step.decidedBy })}`}
      </SoftText>
      <SoftText isSmall>
        <Telling step={step} />
      </SoftText>
      <StepActions {...{ step, onDone }} />
    </Stack>
  );
}

function Telling({ step: { toldAt, tellBy, tellLaterGround } }: Pick<StepCardProps, 'step'>): ReactElement {
  const { t } = useTexts();
  if (toldAt)
    return (
      <>
        {t('safeguarding.told')} <DateTimeText instant={toldAt} />
      </>
    );
  if (!tellBy) return <>{t('safeguarding.toldAtOnce')}</>;
  return (
    <>
      {t('safeguarding.toldBy', { ground: t(`safeguardingGround.${tellLaterGround ?? ''}`) })}{' '}
      <DateTimeText instant={tellBy} show="day" />
    </>
  );
}

import type { ReactElement } from 'react';
import { StatusBadge, useTexts, type Tone } from '@guildhall/ui';
import type { HandoverCapsuleStatus } from '../generated/graphql.js';

const tones: Readonly<Record<HandoverCapsuleStatus, Tone>> = {
  OPEN: 'info',
  OUTGOING_FILLED: 'warn',
  SHADOWING: 'info',
  ACCEPTED: 'good',
  SEALED: 'neutral',
};

/** Where a handover stands, in a word, and whether it is late. */
export function HandoverStatusBadge({
  status,
  isLate,
}: {
  readonly status: HandoverCapsuleStatus;
  readonly isLate: boolean;
}): ReactElement {
  const { t } = useTexts();
  return (
    <>
      <StatusBadge tone={tones[status]}>{t(`handover.status.${status}`)}</StatusBadge>
      {isLate && <StatusBadge tone="danger">{t('handover.late')}</StatusBadge>}
    </>
  );
}

import type { ReactElement } from 'react';
import { StatusBadge, useTexts, type Tone } from '@guildhall/ui';

const tones: Readonly<Record<string, Tone>> = {
  ACCEPTED: 'good',
  WORKED: 'good',
  VERIFIED: 'good',
  SUBMITTED: 'info',
  REQUESTED: 'info',
  OPEN: 'info',
  SWAP_OFFERED: 'warn',
  QUERIED: 'warn',
  ABSENT: 'danger',
  DECLINED: 'danger',
  REJECTED: 'danger',
  VOIDED: 'danger',
  CANCELLED: 'danger',
};

/** Where an opportunity, a shift, a sign-up or a claim stands, in the reader's language. */
export function ServiceStatus({
  of,
  status,
}: {
  readonly of: 'opportunity' | 'shift' | 'signup' | 'claim';
  readonly status: string;
}): ReactElement {
  const { t } = useTexts();
  return <StatusBadge tone={tones[status] ?? 'neutral'}>{t(`serviceStatus.${of}.${status}`)}</StatusBadge>;
}

import type { ReactElement } from 'react';
import type { Tone } from '@guildhall/ui';
import { StatusBadge, useTexts } from '@guildhall/ui';
import type { ReferralStatus } from '../generated/graphql.js';

const tones: Readonly<Record<ReferralStatus, Tone>> = {
  DRAFTED: 'neutral',
  CONSENTED: 'neutral',
  SENT: 'info',
  ACKNOWLEDGED: 'neutral',
  INFO_REQUESTED: 'warn',
  RESPONDED: 'good',
  ACTIONS: 'good',
  CLOSED: 'neutral',
  WITHDRAWN: 'neutral',
};

/** Where a referral stands, as the department would say it. */
export function ReferralStatusBadge({ status }: { readonly status: ReferralStatus }): ReactElement {
  const { t } = useTexts();
  return <StatusBadge tone={tones[status]}>{t(`status.${status}`)}</StatusBadge>;
}

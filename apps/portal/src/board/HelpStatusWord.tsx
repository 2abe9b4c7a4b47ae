import type { ReactElement } from 'react';
import { StatusBadge, useTexts, type Tone } from '@guildhall/ui';

const tones: Readonly<Record<string, Tone>> = {
  OPEN: 'info',
  OFFERED: 'warn',
  MATCHED: 'good',
  ARRANGED: 'good',
  ACCEPTED: 'good',
  DONE_CLAIMED: 'warn',
  COMPLETED: 'good',
  EXPIRED: 'warn',
  CANCELLED: 'danger',
  HELD: 'danger',
  REMOVED: 'danger',
  DISPUTED: 'danger',
};

/** Where a request or an offer stands, in the reader's language. */
export function HelpStatusWord({
  of,
  status,
}: {
  readonly of: 'request' | 'offer';
  readonly status: string;
}): ReactElement {
  const { t } = useTexts();
  return <StatusBadge tone={tones[status] ?? 'neutral'}>{t(`helpStatus.${of}.${status}`)}</StatusBadge>;
}

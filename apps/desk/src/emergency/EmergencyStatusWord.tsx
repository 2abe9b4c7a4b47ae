import { StatusBadge, useTexts, type Tone } from '@guildhall/ui';
import type { ReactElement } from 'react';

const tones: Readonly<Record<string, Tone>> = { ASKED: 'warn', GRANTED: 'danger' };

/** Where an emergency access stands; open access is shown as what it is, an exception. */
export function EmergencyStatusWord({ status }: { readonly status: string }): ReactElement {
  const { t } = useTexts();
  return <StatusBadge tone={tones[status] ?? 'neutral'}>{t(`emergency.status.${status}`)}</StatusBadge>;
}

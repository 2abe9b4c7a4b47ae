import type { ReactElement } from 'react';
import type { Tone } from '../blocks/Notice.js';
import { StatusBadge } from '../blocks/Notice.js';
import { useTexts } from '../texts/texts.js';

/** An end without an agreement looks like any other: it counts against nobody. */
const tones: Readonly<Record<string, Tone>> = {
  PROPOSED: 'warn',
  INVITED: 'warn',
  SESSIONS: 'info',
  ASSIGNED: 'info',
  AGREEMENT: 'good',
  FOLLOW_UP: 'warn',
  KEPT: 'good',
};

/** Where a mediation stands, in the reader's language. */
export function MediationStatusWord({ status }: { readonly status: string }): ReactElement {
  const { t } = useTexts();
  return <StatusBadge tone={tones[status] ?? 'neutral'}>{t(`mediation.status.${status}`)}</StatusBadge>;
}

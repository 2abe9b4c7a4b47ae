import type { ReactElement } from 'react';
import { StatusBadge, useTexts, type Tone } from '@guildhall/ui';
import type { ElectionStatus } from '../generated/graphql.js';

const tones: Readonly<Partial<Record<ElectionStatus, Tone>>> = {
  NOMINATIONS: 'info',
  CAMPAIGN: 'info',
  VOTING: 'good',
  PROVISIONAL: 'info',
  DECLARED: 'good',
  SUSPENDED: 'warn',
  VOIDED: 'danger',
};

/** Where an election is, in a word. */
export function ElectionStatusBadge({ status }: { readonly status: ElectionStatus }): ReactElement {
  const { t } = useTexts();
  return <StatusBadge tone={tones[status] ?? 'neutral'}>{t(`elections.status.${status}`)}</StatusBadge>;
}

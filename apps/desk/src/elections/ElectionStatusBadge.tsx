import { StatusBadge, useTexts, type Tone } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { ElectionStatus } from '../generated/elections/graphql.js';

const tones: Readonly<Record<ElectionStatus, Tone>> = {
  PLANNED: 'neutral',
  NOMINATIONS: 'info',
  SCREENING: 'warn',
  CANDIDATES_PUBLISHED: 'info',
  CAMPAIGN: 'info',
  VOTING: 'good',
  CLOSED: 'warn',
  PROVISIONAL: 'warn',
  DECLARED: 'good',
  SUSPENDED: 'danger',
  VOIDED: 'danger',
};

/** Where an election is, in a word. */
export function ElectionStatusBadge({ status }: { readonly status: ElectionStatus }): ReactElement {
  const { t } = useTexts();
  return <StatusBadge tone={tones[status]}>{t(`elections.status.${status}`)}</StatusBadge>;
}

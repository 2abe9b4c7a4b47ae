import type { ReactElement } from 'react';
import { StatusBadge, useTexts, type Tone } from '@guildhall/ui';
import type { ProposalStatus } from '../generated/graphql.js';

const tones: Partial<Record<ProposalStatus, Tone>> = {
  REFERRED: 'warn',
  ACKNOWLEDGED: 'info',
  RECONSIDERED: 'warn',
  ANSWERED: 'good',
  IN_DELIVERY: 'info',
  REOPENED: 'warn',
  DELIVERED: 'good',
  CLOSED: 'good',
};

/** Where a proposal stands, for a department. */
export function ProposalBadge({ status }: { readonly status: ProposalStatus }): ReactElement {
  const { t } = useTexts();
  return <StatusBadge tone={tones[status] ?? 'neutral'}>{t(`proposalStatus.${status}`)}</StatusBadge>;
}

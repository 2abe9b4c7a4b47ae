import type { Tone } from '@guildhall/ui';
import { Cluster, StatusBadge, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { CaseStage, CaseStatus, CaseUrgency } from '../generated/case/graphql.js';

const tones: Readonly<Record<CaseStatus, Tone>> = {
  NEW: 'warn',
  CONFLICT_CHECK: 'info',
  CONFLICT: 'danger',
  SIGNPOSTED: 'neutral',
  TRIAGED: 'info',
  OPEN: 'good',
  WAITING_STUDENT: 'neutral',
  WAITING_DEPARTMENT: 'neutral',
  IN_MEDIATION: 'info',
  DORMANT: 'neutral',
  OUTCOME: 'good',
  CLOSED: 'neutral',
  REOPENED: 'good',
};

/** Where a case stands, how far it has gone, and how soon it needs somebody when that is not the usual. */
export function CaseBadges({
  item: { status, stage, urgency },
}: {
  readonly item: { readonly status: CaseStatus; readonly stage: CaseStage; readonly urgency: CaseUrgency };
}): ReactElement {
  const { t } = useTexts();
  return (
    <Cluster>
      <StatusBadge tone={tones[status]}>{t(`status.${status}`)}</StatusBadge>
      <StatusBadge>{t(`stage.${stage}`)}</StatusBadge>
      {urgency !== 'NORMAL' && (
        <StatusBadge tone={urgency === 'HIGH' ? 'danger' : 'neutral'}>{t(`urgency.${urgency}`)}</StatusBadge>
      )}
    </Cluster>
  );
}

import type { ReactElement } from 'react';
import { Cluster, Notice, PersonChip, SoftText, StatusBadge, useTexts, type Tone } from '@guildhall/ui';
import type { CandidateStatus } from '../generated/graphql.js';
import { PersonLink } from '../people/PersonLink.js';
import type { ShownCandidate } from './election-document.js';
import styles from './elections.module.css';
import { StatementText } from './StatementText.js';

const tones: Readonly<Partial<Record<CandidateStatus, Tone>>> = {
  ELECTED: 'good',
  WITHDRAWN: 'warn',
  DISQUALIFIED: 'danger',
  INELIGIBLE: 'danger',
};

/** Somebody who stands and what they say; or the choice to re-open nominations and what it means. */
export function CandidateCard({ candidate }: { readonly candidate: ShownCandidate }): ReactElement {
  const { t } = useTexts();
  const { name, isReopen, member, status, statusReason, statements } = candidate;
  if (isReopen)
    return (
      <li className={styles.candidate}>
        <strong>{t('elections.reopen')}</strong>
        <SoftText isSmall>{t('elections.reopenLead')}</SoftText>
      </li>
    );
  return (
    <li className={styles.candidate}>
      <Cluster justify="between">
        {member ? <PersonLink member={{ id: member.id, displayName: name }} /> : <PersonChip name={name} />}
        {status && status !== 'STANDING' && (
          <StatusBadge tone={tones[status] ?? 'neutral'}>{t(`elections.candidate.${status}`)}</StatusBadge>
        )}
      </Cluster>
      {statusReason && <Notice tone="warn">{statusReason}</Notice>}
      <StatementText statements={statements} />
    </li>
  );
}

import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Card, Cluster, DateTimeText, SoftText, useTexts } from '@guildhall/ui';
import type { ProposalCardFragment } from '../generated/graphql.js';
import { ProgressBar } from '../parts/Rows.js';
import { StatusWord } from '../parts/StatusWord.js';

/** One proposal of a list: where it stands, and how much support it has of what it needs. */
export function ProposalCard({ proposal }: { readonly proposal: ProposalCardFragment }): ReactElement {
  const { status, text, leadDepartment } = proposal;
  return (
    <Card as="article">
      <Cluster>
        <StatusWord family="proposal" status={status} />
        {leadDepartment && <SoftText isSmall>{leadDepartment.name}</SoftText>}
      </Cluster>
      <h2 lang={text.language}>
        <Link to="/proposals/$proposalId" params={{ proposalId: proposal.id }}>
          {text.title}
        </Link>
      </h2>
      <Support proposal={proposal} />
    </Card>
  );
}

/** How many endorse it, how many it needs, and until when. */
export function Support({
  proposal,
}: {
  readonly proposal: Pick<ProposalCardFragment, 'status' | 'endorsementCount' | 'threshold' | 'closesAt' | 'dueAt'>;
}): ReactElement {
  const { t } = useTexts();
  const { status, endorsementCount: count, threshold, closesAt, dueAt } = proposal;
  const isWaiting = ['REFERRED', 'ACKNOWLEDGED', 'RECONSIDERED'].includes(status);
  return (
    <>
      {threshold !== null && threshold !== undefined && (
        <>
          <ProgressBar label={t('proposal.support')} value={Math.min(count, threshold)} max={threshold} />
          <SoftText isSmall>{t('proposal.supportOf', { count, threshold })}</SoftText>
        </>
      )}
      {status === 'GATHERING' && closesAt && (
        <SoftText isSmall>
          {t('proposal.closes')} <DateTimeText instant={closesAt} isRelative />
        </SoftText>
      )}
      {isWaiting && dueAt && (
        <SoftText isSmall>
          {t('proposal.due')} <DateTimeText instant={dueAt} isRelative />
        </SoftText>
      )}
    </>
  );
}

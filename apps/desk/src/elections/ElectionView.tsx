import { buttonClass, Card, Cluster, Notice, SoftText, Stack, useTexts } from '@guildhall/ui';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { RunElectionFragment } from '../generated/election/graphql.js';
import { CheckList } from './CheckList.js';
import { ContestsPart } from './ContestsPart.js';
import { DatesPart } from './DatesPart.js';
import { ElectionActions } from './ElectionActions.js';
import { ElectionStatusBadge } from './ElectionStatusBadge.js';
import styles from './elections.module.css';
import { NextDate } from './NextDate.js';
import { ResultPart } from './ResultPart.js';
import { whatIsLeft } from './what-is-left.js';

/** An election to show, and what follows a change. */
export type ElectionProps = { readonly election: RunElectionFragment; readonly onChange: () => void };

/** Everything about one election, the next step first. */
export function ElectionView({ election, onChange }: ElectionProps): ReactElement {
  const { t } = useTexts();
  return (
    <Stack gap="large">
      <NextStep {...{ election, onChange }} />
      <ResultPart election={election} />
      <ContestsPart {...{ election, onChange }} />
      <DatesPart election={election} />
      <Card>
        <h2>{t('elections.rules')}</h2>
        <p className={styles.words}>{election.campaignRules}</p>
        {typeof election.seedCommitment === 'string' && (
          <SoftText isSmall>
            {t('elections.seed')} <code className={styles.words}>{election.seedCommitment}</code>
          </SoftText>
        )}
      </Card>
    </Stack>
  );
}

function NextStep({ election, onChange }: ElectionProps): ReactElement {
  const { t } = useTexts();
  const { status, statusReason, group, fills } = election;
  return (
    <Card>
      <Cluster>
        <ElectionStatusBadge status={status} />
        <SoftText isSmall>{group?.name ?? t('elections.wholeUnion')}</SoftText>
      </Cluster>
      {fills && (
        <SoftText isSmall>
          {t('elections.fills')}{' '}
          <Link to="/elections/$electionId" params={{ electionId: fills.id }}>
            {fills.title}
          </Link>
        </SoftText>
      )}
      {typeof statusReason === 'string' && (
        <Notice tone="warn">
          <strong>{t('elections.publicReason')}</strong>
          <span className={styles.words}>{statusReason}</span>
        </Notice>
      )}
      <h2>{t('elections.next')}</h2>
      <p>{t(`elections.meaning.${status}`)}</p>
      <NextDate election={election} />
      <CheckList checks={whatIsLeft(election, Date.now())} />
      <Places election={election} />
      <ElectionActions {...{ election, onChange }} />
    </Card>
  );
}

/** Where the rest of the work is done; each page shows what the viewer may see there. */
function Places({ election }: Pick<ElectionProps, 'election'>): ReactElement {
  const { t } = useTexts();
  const { id: electionId, trustees, complaints } = election;
  const open = complaints.edges.filter(({ node }) => node.status === 'OPEN').length;
  const look = { params: { electionId }, className: buttonClass, 'data-look': 'plain' };
  return (
    <Cluster>
      <Link to="/elections/$electionId/candidates" {...look}>
        {t('elections.toCandidates')}
      </Link>
      <Link to="/elections/$electionId/complaints" {...look}>
        {open > 0 ? t('elections.toComplaintsOpen', { count: open }) : t('elections.toComplaints')}
      </Link>
      {trustees.some(({ isViewer }) => isViewer) && (
        <Link to="/elections/$electionId/keys" {...look}>
          {t('elections.toKeys')}
        </Link>
      )}
    </Cluster>
  );
}

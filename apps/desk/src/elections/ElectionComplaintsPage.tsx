import {
  Card,
  Cluster,
  DateTimeText,
  DialogAction,
  EmptyState,
  NextPage,
  Page,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { ElectionComplaintsDocument, type ElectionComplaintsQuery } from '../generated/election-complaints/graphql.js';
import styles from './elections.module.css';
import { RuleForm } from './RuleForm.js';
import { useElectionId } from './use-election-id.js';

export { words } from './complaint-words.js';

type Complaint = NonNullable<ElectionComplaintsQuery['election']>['complaints']['edges'][number]['node'];

const tones = { OPEN: 'warn', UPHELD: 'danger', DISMISSED: 'neutral' } as const;

/** The complaints about an election, the latest first, and the rulings on them. */
export function ElectionComplaintsPage(): ReactElement {
  const { t } = useTexts();
  const id = useElectionId();
  return (
    <Page title={t('complaints.title')} lead={t('complaints.lead')}>
      <Complaints id={id} />
    </Page>
  );
}

function Complaints({ id, after }: { readonly id: string; readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(ElectionComplaintsDocument, { id, after });
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList height="9rem" />}
      isEmpty={({ election }) => (election?.complaints.edges ?? []).length === 0}
      empty={<EmptyState title={t('complaints.none')}>{t('complaints.noneLead')}</EmptyState>}
    >
      {({ election }) =>
        election && (
          <Stack>
            {after === undefined && <h2>{election.title}</h2>}
            {election.complaints.edges.map(({ node }) => (
              <ComplaintCard key={node.id} complaint={node} onChange={query.reload} />
            ))}
            <NextPage pageInfo={election.complaints.pageInfo}>
              {(next) => <Complaints {...{ id }} after={next} />}
            </NextPage>
          </Stack>
        )
      }
    </QueryView>
  );
}

function ComplaintCard({
  complaint,
  onChange,
}: {
  readonly complaint: Complaint;
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const { id: complaintId, status, madeAt, candidate, text, ruling, viewerActions } = complaint;
  const about = candidate
    ? t('complaints.aboutCandidate', { name: candidate.name, title: candidate.contest.position.title })
    : t('complaints.aboutElection');
  return (
    <Card as="article">
      <h3>{about}</h3>
      <Cluster>
        <StatusBadge tone={tones[status]}>{t(`complaints.status.${status}`)}</StatusBadge>
        <SoftText isSmall>
          <DateTimeText instant={madeAt} />
        </SoftText>
      </Cluster>
      <p className={styles.words}>{text}</p>
      {typeof ruling === 'string' && (
        <p className={styles.words}>
          {t('complaints.found')} {ruling}
        </p>
      )}
      {viewerActions.includes('RULE') && (
        <Cluster>
          <DialogAction {...{ viewerActions }} action="RULE" look="primary" label={t('complaints.rule')}>
            {(close) => (
              <RuleForm
                complaintId={complaintId}
                onDone={() => {
                  close();
                  onChange();
                }}
              />
            )}
          </DialogAction>
        </Cluster>
      )}
    </Card>
  );
}

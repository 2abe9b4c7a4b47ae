import type { ReactElement } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import {
  ActionButton,
  buttonClass,
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  Page,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  StatusBadge,
  Timeline,
  useGraphMutation,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { ForDepartment } from '../department/ForDepartment.js';
import type { RaisedIssuePartsFragment } from '../generated/graphql.js';
import { AcknowledgeIssueDocument, OneRaisedIssueDocument, StartIssueDocument } from '../generated/graphql.js';
import styles from '../referral/referral.module.css';
import { courseName } from './course-name.js';
import { IssueAnswerCard } from './IssueAnswerCard.js';
import { IssueStatusBadge } from './IssueStatusBadge.js';

function readIssueId({ issueId = '' }: { readonly issueId?: string }): string {
  return issueId;
}

/** One raised issue: what a student wrote, how many support it, and the department's answer. */
export function RaisedIssuePage(): ReactElement {
  const { t } = useTexts();
  const issueId = useParams({ strict: false, select: readIssueId });
  const skeleton = <SkeletonList count={3} height="12rem" />;
  const back = (
    <Link to="/issues" className={buttonClass} data-look="quiet">
      {t('raisedIssue.back')}
    </Link>
  );
  return (
    <Page title={t('raisedIssue.title')} actions={back}>
      <ForDepartment skeleton={skeleton}>{() => <OneRaisedIssue key={issueId} id={issueId} />}</ForDepartment>
    </Page>
  );
}

function OneRaisedIssue({ id }: { readonly id: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(OneRaisedIssueDocument, { id });
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={3} height="12rem" />}
      isEmpty={({ raisedIssue }) => raisedIssue === null}
      empty={
        <EmptyState picture="door" title={t('raisedIssue.missing')}>
          {t('raisedIssue.missingLead')}
        </EmptyState>
      }
    >
      {({ raisedIssue }) =>
        raisedIssue && (
          <Stack>
            <Standing issue={raisedIssue} />
            <Written issue={raisedIssue} />
            <IssueAnswerCard issue={raisedIssue} />
          </Stack>
        )
      }
    </QueryView>
  );
}

type PartProps = { readonly issue: RaisedIssuePartsFragment };

function Standing({ issue }: PartProps): ReactElement {
  const { t } = useTexts();
  const acknowledge = useGraphMutation(AcknowledgeIssueDocument);
  const start = useGraphMutation(StartIssueDocument);
  const { id, viewerActions, progress } = issue;
  const input = { issueId: id };
  return (
    <Card>
      <Cluster>
        <IssueStatusBadge status={issue.status} />
        <span>{t('raisedIssue.supporters', { count: issue.supporterCount })}</span>
      </Cluster>
      <Timeline
        steps={progress.map(({ status, at }, index) => ({
          key: `${index}-${status}`,
          title: t(`raisedIssue.status.${status}`),
          state: index < progress.length - 1 ? ('done' as const) : ('now' as const),
          detail: <DateTimeText instant={at} show="day" />,
        }))}
      />
      <Cluster>
        <ActionButton
          viewerActions={viewerActions}
          action="ACKNOWLEDGE"
          look="primary"
          label={t('raisedIssue.acknowledge')}
          onRun={async () => {
            const { data, problem } = await acknowledge({ input });
            return { result: data?.acknowledgeIssue, problem };
          }}
        />
        <ActionButton
          viewerActions={viewerActions}
          action="START"
          look="primary"
          label={t('raisedIssue.start')}
          onRun={async () => {
            const { data, problem } = await start({ input });
            return { result: data?.startIssue, problem };
          }}
        />
      </Cluster>
    </Card>
  );
}

function Written({ issue }: PartProps): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <StatusBadge>{t(`raisedIssue.type.${issue.type}`)}</StatusBadge>
      <h2 lang={issue.language}>{issue.title}</h2>
      <p className={styles.words} lang={issue.language}>
        {issue.body}
      </p>
      <SoftText isSmall>
        {issue.author?.displayName ?? t('raisedIssue.nameless')} · {courseName(t, issue.constituency)}
      </SoftText>
    </Card>
  );
}

import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  Notice,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  SoftText,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { Prose } from '../parts/Rows.js';
import { StatusWord } from '../parts/StatusWord.js';
import { usePlaceParam } from '../parts/use-place.js';
import { AppealAction, ReportAction } from './PostActions.js';
import { courseName } from './course-name.js';
import { issueDocument, type ShownIssue } from './issue-document.js';
import { IssueActions } from './IssueActions.js';
import { IssueProgress } from './IssueProgress.js';
import { Replies } from './Replies.js';
import { SolvedVote } from './SolvedVote.js';
import { Writer } from './Writer.js';

export { words } from './words.js';

/** One issue: what was written, where it stands, what the department said, and what the course says. */
export function IssuePage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('issue.title')}>
      <SignedIn>
        <IssueView issueId={usePlaceParam('issueId')} />
      </SignedIn>
    </Page>
  );
}

function IssueView({ issueId }: { readonly issueId: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(issueDocument, { id: issueId });
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="30rem" />}
      isEmpty={({ issue }) => issue === null || issue === undefined}
      empty={
        <EmptyState picture="letter" title={t('issue.missing')}>
          {t('issue.missingLead')}
        </EmptyState>
      }
    >
      {({ issue }) =>
        issue && (
          <Stack gap="large">
            <SolvedVote issue={issue} onChange={query.reload} />
            <About issue={issue} onChange={query.reload} />
            <IssueProgress issue={issue} />
            <Replies issue={issue} onChange={query.reload} />
          </Stack>
        )
      }
    </QueryView>
  );
}

function About({ issue, onChange }: { readonly issue: ShownIssue; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <Cluster>
        <StatusBadge>{t(`issueType.${issue.type}`)}</StatusBadge>
        <StatusWord family="issue" status={issue.status} />
      </Cluster>
      <h2 lang={issue.language}>{issue.title}</h2>
      <SoftText isSmall>
        <Writer author={issue.author} isOwn={issue.isOwn} /> · <DateTimeText instant={issue.postedAt} /> ·{' '}
        {courseName(t, issue.constituency)}
      </SoftText>
      <div lang={issue.language}>
        <Prose>{issue.body}</Prose>
      </div>
      {issue.postState !== 'VISIBLE' && <Moderated issue={issue} />}
      <SoftText>
        {t('issue.supporters', { count: issue.supporterCount })}
        {issue.viewerSupports && <> · {t('issue.youSupport')}</>}
      </SoftText>
      {issue.raisesAt && issue.postState === 'VISIBLE' && (
        <SoftText isSmall>
          {t('issue.raisesBySupport', { count: issue.supportersToRaise })}{' '}
          <DateTimeText instant={issue.raisesAt} isRelative />
        </SoftText>
      )}
      <IssueActions issue={issue} onChange={onChange} />
      {issue.proposal && (
        <Link to="/proposals/$proposalId" params={{ proposalId: issue.proposal.id }}>
          {t('issue.proposalLink')}
        </Link>
      )}
      <Cluster>
        <ReportAction postId={issue.id} viewerActions={issue.viewerActions} onDone={onChange} />
        <AppealAction postId={issue.id} viewerActions={issue.viewerActions} onDone={onChange} />
      </Cluster>
    </Card>
  );
}

function Moderated({ issue }: { readonly issue: ShownIssue }): ReactElement {
  const { t } = useTexts();
  return (
    <Notice tone="warn">
      <strong>{t(`issue.postState.${issue.postState}`)}</strong> {t(`issue.postStateLead.${issue.postState}`)}
      {issue.removalReason && <Prose>{issue.removalReason}</Prose>}
    </Notice>
  );
}

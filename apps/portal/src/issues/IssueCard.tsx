import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Card, Cluster, DateTimeText, SoftText, StatusBadge, useTexts } from '@guildhall/ui';
import type { IssueCardFragment } from '../generated/graphql.js';
import { StatusWord } from '../parts/StatusWord.js';

/** An issue in a list: what it is about, where it stands, and how many support it. */
export function IssueCard({ issue }: { readonly issue: IssueCardFragment }): ReactElement {
  const { t } = useTexts();
  return (
    <Card as="article">
      <Cluster>
        <StatusBadge>{t(`issueType.${issue.type}`)}</StatusBadge>
        <StatusWord family="issue" status={issue.status} />
        {issue.postState !== 'VISIBLE' && (
          <StatusBadge tone="danger">{t(`issue.postState.${issue.postState}`)}</StatusBadge>
        )}
        {issue.viewerActions.includes('RATE') && <StatusBadge tone="warn">{t('issues.asksYou')}</StatusBadge>}
      </Cluster>
      <h2 lang={issue.language}>
        <Link to="/issues/$issueId" params={{ issueId: issue.id }}>
          {issue.title}
        </Link>
      </h2>
      <SoftText isSmall>
        {t('issue.supporters', { count: issue.supporterCount })}
        {issue.viewerSupports && <> · {t('issue.youSupport')}</>}
        {issue.department && <> · {issue.department.name}</>}
        {' · '}
        <DateTimeText instant={issue.postedAt} show="day" />
      </SoftText>
    </Card>
  );
}

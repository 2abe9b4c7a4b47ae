import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  NextPage,
  Page,
  partOf,
  QueryView,
  SignedIn,
  SkeletonList,
  SoftText,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { Row, Rows } from '../parts/Rows.js';
import { statusTones } from './kinds.js';
import { reportedDocument, toReviewDocument } from './list-documents.js';

export { words } from './words.js';

/** What waits for a reviewer: new versions, and what was reported. */
export function ReviewQueuePage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('library.review')} lead={t('library.reviewLead')}>
      <SignedIn>
        <Stack>
          <Card>
            <h2>{t('library.toReview')}</h2>
            <ToReview />
          </Card>
          <Card>
            <h2>{t('library.reported')}</h2>
            <Reported />
          </Card>
        </Stack>
      </SignedIn>
    </Page>
  );
}

function ToReview({ after }: { readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = partOf(useGraphQuery(toReviewDocument, { after }), ({ resourcesToReview }) => resourcesToReview);
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={3} height="3rem" />}
      isEmpty={({ edges }) => edges.length === 0}
      empty={<EmptyState title={t('library.toReviewNone')}>{t('library.toReviewNoneLead')}</EmptyState>}
    >
      {({ edges, pageInfo }) => (
        <Stack>
          <Rows>
            {edges.map(({ node: { id, title, language, kind, author, inWork } }) => (
              <Row key={id}>
                <Stack gap="small">
                  <Link lang={language} to="/library/$resourceId" params={{ resourceId: id }}>
                    {title}
                  </Link>
                  <SoftText isSmall>
                    {t(`resourceKind.${kind}`)}
                    {author?.displayName ? ` · ${author.displayName}` : ''}
                  </SoftText>
                </Stack>
                <Cluster>
                  {inWork && <StatusBadge>{t('library.version', { number: inWork.number })}</StatusBadge>}
                  {inWork?.submittedAt && <DateTimeText instant={inWork.submittedAt} show="day" />}
                </Cluster>
              </Row>
            ))}
          </Rows>
          <NextPage pageInfo={pageInfo}>{(next) => <ToReview after={next} />}</NextPage>
        </Stack>
      )}
    </QueryView>
  );
}

function Reported({ after }: { readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = partOf(useGraphQuery(reportedDocument, { after }), ({ reportedResources }) => reportedResources);
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={2} height="3rem" />}
      isEmpty={({ edges }) => edges.length === 0}
      empty={<EmptyState title={t('library.reportedNone')}>{t('library.reportedNoneLead')}</EmptyState>}
    >
      {({ edges, pageInfo }) => (
        <Stack>
          <Rows>
            {edges.map(({ node: { id, title, language, status, reports } }) => (
              <Row key={id}>
                <Link lang={language} to="/library/$resourceId" params={{ resourceId: id }}>
                  {title}
                </Link>
                <Cluster>
                  <StatusBadge tone={statusTones[status]}>{t(`resourceStatus.${status}`)}</StatusBadge>
                  <span>{t('library.reports', { count: reports?.length ?? 0 })}</span>
                </Cluster>
              </Row>
            ))}
          </Rows>
          <NextPage pageInfo={pageInfo}>{(next) => <Reported after={next} />}</NextPage>
        </Stack>
      )}
    </QueryView>
  );
}

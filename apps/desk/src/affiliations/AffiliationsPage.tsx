import {
  EmptyState,
  NextPage,
  Page,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { AffiliationQueueDocument, type GroupConcern } from '../generated/affiliations/graphql.js';
import { GroupsInNeed } from './GroupsInNeed.js';
import { SubmissionCard } from './SubmissionCard.js';

export { words } from './words.js';

const concerns: readonly GroupConcern[] = ['REAFFILIATION_DUE', 'WITHOUT_OFFICERS', 'DORMANT', 'DORMANT_FOR_A_YEAR'];

/** What the union's officers look after: submissions that wait, and groups that are late, without officers or resting. */
export function AffiliationsPage(): ReactElement {
  const { t } = useTexts();
  const { data } = useGraphQuery(AffiliationQueueDocument, { status: 'SUBMITTED' });
  return (
    <Page title={t('affiliations.title')} lead={t('affiliations.lead')}>
      {data?.viewer.overseesGroups === false ? (
        <EmptyState picture="door" title={t('affiliations.notYours')}>
          {t('affiliations.notYoursLead')}
        </EmptyState>
      ) : (
        <Stack gap="large">
          <section>
            <h2>{t('affiliations.waiting')}</h2>
            <Submissions status="SUBMITTED" none={t('affiliations.none')} />
          </section>
          <section>
            <h2>{t('affiliations.changes')}</h2>
            <Submissions status="CHANGES_REQUESTED" none={t('affiliations.noChanges')} />
          </section>
          {concerns.map((concern) => (
            <section key={concern}>
              <h2>{t(`affiliations.concern.${concern}`)}</h2>
              <GroupsInNeed concern={concern} />
            </section>
          ))}
        </Stack>
      )}
    </Page>
  );
}

type SubmissionsProps = {
  readonly status: 'SUBMITTED' | 'CHANGES_REQUESTED';
  readonly none: string;
  readonly after?: string;
};

function Submissions({ status, none, after }: SubmissionsProps): ReactElement {
  const query = useGraphQuery(AffiliationQueueDocument, { status, after });
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={1} height="12rem" />}
      isEmpty={({ affiliationSubmissions }) => (affiliationSubmissions?.edges ?? []).length === 0}
      empty={<SoftText>{none}</SoftText>}
    >
      {({ affiliationSubmissions: page }) => (
        <Stack>
          {page?.edges.map(({ node }) => (
            <SubmissionCard key={node.id} submission={node} onDone={query.reload} />
          ))}
          {page && (
            <NextPage pageInfo={page.pageInfo}>
              {(after) => <Submissions {...{ status, none }} after={after} />}
            </NextPage>
          )}
        </Stack>
      )}
    </QueryView>
  );
}

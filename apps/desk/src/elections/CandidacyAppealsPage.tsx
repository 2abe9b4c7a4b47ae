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
import { CandidacyAppealsDocument } from '../generated/candidates/graphql.js';
import { CandidateCard } from './CandidateCard.js';
import { ForElectionOffice } from './ForElectionOffice.js';

export { words } from './candidacy-words.js';

/** Appeals against decisions of somebody else, the oldest first. */
export function CandidacyAppealsPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('candidacies.appealsTitle')} lead={t('candidacies.appealsLead')}>
      <ForElectionOffice>{() => <Appeals />}</ForElectionOffice>
    </Page>
  );
}

function Appeals({ after }: { readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(CandidacyAppealsDocument, { after });
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList height="12rem" />}
      isEmpty={({ candidacyAppeals }) => (candidacyAppeals?.edges ?? []).length === 0}
      empty={<EmptyState title={t('candidacies.noAppeals')}>{t('candidacies.noAppealsLead')}</EmptyState>}
    >
      {({ candidacyAppeals }) =>
        candidacyAppeals && (
          <Stack>
            {candidacyAppeals.edges.map(({ node }) => (
              <section key={node.id}>
                <Stack gap="small">
                  <h2>{node.contest.election.title}</h2>
                  <SoftText>{node.contest.position.title}</SoftText>
                  <CandidateCard candidate={node} onChange={query.reload} />
                </Stack>
              </section>
            ))}
            <NextPage pageInfo={candidacyAppeals.pageInfo}>{(next) => <Appeals after={next} />}</NextPage>
          </Stack>
        )
      }
    </QueryView>
  );
}

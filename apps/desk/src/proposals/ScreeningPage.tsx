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
import { ProposalsToScreenDocument, type ProposalStatus } from '../generated/proposals/graphql.js';
import { ScreenedProposalCard } from './ScreenedProposalCard.js';

export { words } from './words.js';

const parts = {
  screening: ['SCREENING'],
  appeals: ['APPEALED'],
  toAssign: ['QUALIFIED', 'ADOPTED'],
  open: ['GATHERING', 'MERGE_OFFERED'],
} as const satisfies Readonly<Record<string, readonly ProposalStatus[]>>;

type Part = keyof typeof parts;

/** What waits for the screening committee: proposals handed in, appeals, and what has enough support and goes to a department. */
export function ScreeningPage(): ReactElement {
  const { t } = useTexts();
  const { data } = useGraphQuery(ProposalsToScreenDocument, { statuses: ['SCREENING'] });
  return (
    <Page title={t('screening.title')} lead={t('screening.lead')}>
      {data?.viewer.screensProposals === false ? (
        <EmptyState picture="door" title={t('screening.notYours')}>
          {t('screening.notYoursLead')}
        </EmptyState>
      ) : (
        <Stack gap="large">
          {(Object.keys(parts) as Part[]).map((part) => (
            <section key={part}>
              <h2>{t(`screening.part.${part}`)}</h2>
              <Proposals part={part} />
            </section>
          ))}
        </Stack>
      )}
    </Page>
  );
}

function Proposals({ part, after }: { readonly part: Part; readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(ProposalsToScreenDocument, { statuses: [...parts[part]], after });
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={1} height="12rem" />}
      isEmpty={({ proposalsToScreen }) => (proposalsToScreen?.edges ?? []).length === 0}
      empty={<SoftText>{t('screening.none')}</SoftText>}
    >
      {({ proposalsToScreen: page }) => (
        <Stack>
          {page?.edges.map(({ node }) => (
            <ScreenedProposalCard key={node.id} proposal={node} onDone={query.reload} />
          ))}
          {page && <NextPage pageInfo={page.pageInfo}>{(after) => <Proposals part={part} after={after} />}</NextPage>}
        </Stack>
      )}
    </QueryView>
  );
}

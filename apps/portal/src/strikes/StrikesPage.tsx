import type { ReactElement } from 'react';
import {
  EmptyState,
  NextPage,
  Page,
  QueryView,
  SignedIn,
  SkeletonList,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { AppealsPart } from './AppealsPart.js';
import { StandingCard } from './StandingCard.js';
import { StrikeCard } from './StrikeCard.js';
import { strikesDocument } from './strikes-documents.js';

export { words } from './words.js';

/** The viewer's own strikes: what for, how long they count, what they do, and what can be said against them. */
export function StrikesPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('strikes.title')} lead={t('strikes.lead')}>
      <SignedIn>
        <Strikes />
      </SignedIn>
    </Page>
  );
}

function Strikes({ after }: { readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(strikesDocument, { after });
  return (
    <QueryView query={query} skeleton={<SkeletonList count={3} height="9rem" />}>
      {({ viewer: { strikes, strikeStanding, decidesStrikeAppeals } }) => (
        <Stack>
          {after === undefined && decidesStrikeAppeals && <AppealsPart />}
          {after === undefined && strikeStanding && <StandingCard standing={strikeStanding} />}
          {strikes?.edges.length === 0 && <EmptyState title={t('strikes.none')}>{t('strikes.noneLead')}</EmptyState>}
          {strikes?.edges.map(({ node }) => (
            <StrikeCard key={node.id} strike={node} onChange={query.reload} />
          ))}
          {strikes && <NextPage pageInfo={strikes.pageInfo}>{(next) => <Strikes after={next} />}</NextPage>}
        </Stack>
      )}
    </QueryView>
  );
}

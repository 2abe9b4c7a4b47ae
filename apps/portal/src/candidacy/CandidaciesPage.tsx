import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
  EmptyState,
  Page,
  partOf,
  QueryView,
  SignedIn,
  SkeletonList,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { candidaciesDocument } from './candidacy-documents.js';
import { CandidacyCard } from './CandidacyCard.js';

export { words } from './words.js';

/** Where the viewer is nominated or stands, and everything there is to do about it. */
export function CandidaciesPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('candidacy.title')} lead={t('candidacy.lead')}>
      <SignedIn>
        <Candidacies />
      </SignedIn>
    </Page>
  );
}

function Candidacies(): ReactElement {
  const { t } = useTexts();
  const query = partOf(useGraphQuery(candidaciesDocument, {}), ({ viewer }) => viewer.candidacies);
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={2} height="14rem" />}
      isEmpty={(candidacies) => candidacies.length === 0}
      empty={
        <EmptyState
          title={t('candidacy.none')}
          action={
            <Link className={buttonClass} to="/elections">
              {t('candidacy.toElections')}
            </Link>
          }
        >
          {t('candidacy.noneLead')}
        </EmptyState>
      }
    >
      {(candidacies) => (
        <Stack>
          {candidacies.map((candidacy) => (
            <CandidacyCard key={candidacy.id} candidacy={candidacy} onChange={query.reload} />
          ))}
        </Stack>
      )}
    </QueryView>
  );
}

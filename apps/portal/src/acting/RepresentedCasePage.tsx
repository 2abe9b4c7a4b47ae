import { lazy, Suspense, type ReactElement } from 'react';
import { EmptyState, fileWords, Page, QueryView, SignedIn, Skeleton, useGraphQuery, useTexts } from '@guildhall/ui';
import { caseWords } from '../help/case-words.js';
import { usePlaceParam } from '../parts/use-place.js';
import { representedCaseDocument } from './acting-documents.js';
import { actingWords } from './words.js';

/** The words of this page and of what it shows. */
export const words = [...caseWords, ...actingWords, fileWords];

const RepresentedParts = lazy(() =>
  import('./RepresentedParts.js').then((module) => ({ default: module.RepresentedParts })),
);

/** A case of somebody else's, on which the viewer acts with their consent. */
export function RepresentedCasePage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('acting.forTitle')} lead={t('acting.forLead')}>
      <SignedIn>
        <CaseView caseId={usePlaceParam('caseId')} />
      </SignedIn>
    </Page>
  );
}

function CaseView({ caseId }: { readonly caseId: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(representedCaseDocument, { id: caseId });
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="24rem" />}
      isEmpty={({ representedCase }) => !representedCase}
      empty={
        <EmptyState picture="letter" title={t('case.missing')}>
          {t('acting.forMissing')}
        </EmptyState>
      }
    >
      {({ representedCase: item }) =>
        item && (
          <Suspense fallback={<Skeleton height="24rem" />}>
            <RepresentedParts item={item} onChange={query.reload} />
          </Suspense>
        )
      }
    </QueryView>
  );
}

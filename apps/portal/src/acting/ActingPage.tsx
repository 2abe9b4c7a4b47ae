import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { buttonClass, Cluster, fileWords, Page, SignedIn, Stack, useTexts } from '@guildhall/ui';
import { caseWords } from '../help/case-words.js';
import { usePlaceParam } from '../parts/use-place.js';
import { receiptWords } from '../receipt/words.js';
import { ActingCards } from './ActingCards.js';
import { actingWords } from './words.js';

/** The words of this page and of what it shows. */
export const words = [...caseWords, ...actingWords, ...receiptWords, fileWords];

/** What surrounds a case of the viewer's: its files, who acts on it for them, and a code for its status. */
export function ActingPage(): ReactElement {
  const { t } = useTexts();
  const caseId = usePlaceParam('caseId');
  return (
    <Page title={t('acting.around')} lead={t('acting.aroundLead')}>
      <SignedIn>
        <Stack gap="large">
          <ActingCards caseId={caseId} />
          <Cluster>
            <Link className={buttonClass} data-look="plain" to="/help/$caseId" params={{ caseId }}>
              {t('acting.back')}
            </Link>
          </Cluster>
        </Stack>
      </SignedIn>
    </Page>
  );
}

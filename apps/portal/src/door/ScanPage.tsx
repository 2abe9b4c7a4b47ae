import type { ReactElement } from 'react';
import { EmptyState, Page, QueryView, SignedIn, Skeleton, useTexts } from '@guildhall/ui';
import { usePlaceParam } from '../parts/use-place.js';
import { DoorScanner } from './DoorScanner.js';
import { useDoorBook } from './use-door-book.js';

export { words } from './words.js';

/** The scanner at a door: it works on without a network for as long as the page is open. */
export function ScanPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('scan.title')} lead={t('scan.lead')}>
      <SignedIn>
        <Door activityId={usePlaceParam('activityId')} />
      </SignedIn>
    </Page>
  );
}

function Door({ activityId }: { readonly activityId: string }): ReactElement {
  const { t } = useTexts();
  const door = useDoorBook(activityId);
  return (
    <QueryView
      query={door.query}
      skeleton={<Skeleton height="24rem" />}
      isEmpty={({ activity }) => activity?.doorActions.includes('SCAN') !== true}
      empty={
        <EmptyState picture="door" title={t('scan.missing')}>
          {t('scan.missingLead')}
        </EmptyState>
      }
    >
      {({ activity }) => activity && <DoorScanner door={{ ...door, activity }} />}
    </QueryView>
  );
}

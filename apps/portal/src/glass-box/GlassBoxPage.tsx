import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { buttonClass, EmptyState, Page, QueryView, SignedIn, Skeleton, useGraphQuery, useTexts } from '@guildhall/ui';
import { usePlaceParam } from '../parts/use-place.js';
import { GlassBox } from './GlassBox.js';
import { referralBoxDocument } from './referral-box-document.js';

export { words } from './words.js';

/** What became of one referral of the viewer: apart from its case, because its tables are long and only sometimes wanted. */
export function GlassBoxPage(): ReactElement {
  const { t } = useTexts();
  const back = (
    <Link className={buttonClass} data-look="plain" to="/help/$caseId" params={{ caseId: usePlaceParam('caseId') }}>
      {t('glassBox.back')}
    </Link>
  );
  return (
    <Page title={t('glassBox.title')} lead={t('glassBox.lead')} actions={back}>
      <SignedIn>
        <BoxView referralId={usePlaceParam('referralId')} />
      </SignedIn>
    </Page>
  );
}

function BoxView({ referralId }: { readonly referralId: string }): ReactElement {
  const { t } = useTexts();
  return (
    <QueryView
      query={useGraphQuery(referralBoxDocument, { id: referralId })}
      skeleton={<Skeleton height="24rem" />}
      isEmpty={({ referral }) => !referral}
      empty={
        <EmptyState picture="letter" title={t('glassBox.missing')}>
          {t('glassBox.missingLead')}
        </EmptyState>
      }
    >
      {({ referral }) => referral && <GlassBox referral={referral} />}
    </QueryView>
  );
}

import type { ReactElement } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import { buttonClass, EmptyState, Page, QueryView, SkeletonList, useGraphQuery, useTexts } from '@guildhall/ui';
import { ForDepartment } from '../department/ForDepartment.js';
import { OneReferralDocument } from '../generated/graphql.js';
import { referenceOf } from './reference.js';
import { ReferralView } from './ReferralView.js';

function readReferralId({ referralId = '' }: { readonly referralId?: string }): string {
  return referralId;
}

/** One referral with exactly what its student lets the department know. */
export function ReferralPage(): ReactElement {
  const { t } = useTexts();
  const referralId = useParams({ strict: false, select: readReferralId });
  const skeleton = <SkeletonList count={3} height="12rem" />;
  const back = (
    <Link to="/" className={buttonClass} data-look="quiet">
      {t('referral.back')}
    </Link>
  );
  return (
    <Page title={t('referral.title', { reference: referenceOf(referralId) })} actions={back}>
      <ForDepartment skeleton={skeleton}>{() => <OneReferral key={referralId} id={referralId} />}</ForDepartment>
    </Page>
  );
}

function OneReferral({ id }: { readonly id: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(OneReferralDocument, { id });
  const missing = (
    <EmptyState picture="door" title={t('referral.missing')}>
      {t('referral.missingLead')}
    </EmptyState>
  );
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={3} height="12rem" />}
      isEmpty={({ referral }) => referral === null}
      empty={missing}
    >
      {({ referral }) => referral && <ReferralView referral={referral} />}
    </QueryView>
  );
}

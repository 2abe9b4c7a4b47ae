import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
  Cluster,
  EmptyState,
  Page,
  QueryView,
  SignedIn,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { HoursTotal } from './HoursTotal.js';
import { MyClaims } from './MyClaims.js';
import { NextShifts, SwapsOffered, ToClaim } from './MyShifts.js';
import { myServiceDocument } from './service-documents.js';

export { words } from './words.js';

/** What the viewer does for others: shifts ahead, hours to claim, and what it came to. */
export function MyServicePage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('service.mine')} lead={t('service.mineLead')}>
      <SignedIn>
        <Mine />
      </SignedIn>
    </Page>
  );
}

function Mine(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(myServiceDocument, {});
  return (
    <QueryView
      query={query}
      isEmpty={({ viewer }) => viewer.member === null}
      empty={
        <EmptyState picture="door" title={t('service.members')}>
          {t('service.membersLead')}
        </EmptyState>
      }
    >
      {({ viewer }) => (
        <Stack gap="large">
          <Cluster>
            <Link className={buttonClass} data-look="plain" to="/service">
              {t('service.find')}
            </Link>
            <Link className={buttonClass} data-look="plain" to="/service/hours">
              {t('service.claimOther')}
            </Link>
          </Cluster>
          {viewer.member?.hours && <HoursTotal hours={viewer.member.hours} />}
          <NextShifts viewer={viewer} onChange={query.reload} />
          <ToClaim viewer={viewer} onChange={query.reload} />
          <SwapsOffered viewer={viewer} onChange={query.reload} />
          <MyClaims key={viewer.member?.hours?.waitingMinutes} onChange={query.reload} />
        </Stack>
      )}
    </QueryView>
  );
}

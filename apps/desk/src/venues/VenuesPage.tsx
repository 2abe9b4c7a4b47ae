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
import { BookingRequestsDocument, DeskVenuesDocument } from '../generated/venues/graphql.js';
import { BookingRow } from './BookingRow.js';
import { EquipmentPart } from './EquipmentPart.js';
import { VenueCard } from './VenueCard.js';

export { words } from './words.js';

/** The union's venues for whoever looks after them: requests that wait, who has which room when, closures, equipment. */
export function VenuesPage(): ReactElement {
  const { t } = useTexts();
  const { data } = useGraphQuery(DeskVenuesDocument, {});
  return (
    <Page title={t('venues.title')} lead={t('venues.lead')}>
      {data?.viewer.managesVenues === false ? (
        <EmptyState picture="door" title={t('venues.notYours')}>
          {t('venues.notYoursLead')}
        </EmptyState>
      ) : (
        <Stack gap="large">
          <section>
            <h2>{t('venues.requests')}</h2>
            <Requests />
          </section>
          <section>
            <h2>{t('venues.all')}</h2>
            <Venues />
          </section>
          <section>
            <h2>{t('venues.equipment')}</h2>
            <EquipmentPart />
          </section>
        </Stack>
      )}
    </Page>
  );
}

function Requests({ after }: { readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(BookingRequestsDocument, { after });
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={1} height="8rem" />}
      isEmpty={({ bookingRequests }) => (bookingRequests?.edges ?? []).length === 0}
      empty={<SoftText>{t('venues.noRequests')}</SoftText>}
    >
      {({ bookingRequests: page }) =>
        page && (
          <Stack>
            {page.edges.map(({ node }) => (
              <BookingRow key={node.id} booking={node} onDone={query.reload} />
            ))}
            <NextPage pageInfo={page.pageInfo}>{(next) => <Requests after={next} />}</NextPage>
          </Stack>
        )
      }
    </QueryView>
  );
}

function Venues({ after }: { readonly after?: string }): ReactElement {
  const query = useGraphQuery(DeskVenuesDocument, { after });
  return (
    <QueryView query={query} skeleton={<SkeletonList height="8rem" />}>
      {({ venues: page }) =>
        page && (
          <Stack>
            {page.edges.map(({ node }) => (
              <VenueCard key={node.id} venue={node} onDone={query.reload} />
            ))}
            <NextPage pageInfo={page.pageInfo}>{(next) => <Venues after={next} />}</NextPage>
          </Stack>
        )
      }
    </QueryView>
  );
}

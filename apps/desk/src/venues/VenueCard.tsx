import {
  ActionButton,
  Button,
  Card,
  Cluster,
  DateTimeText,
  QueryView,
  SoftText,
  Stack,
  useGraphMutation,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useState, type ReactElement } from 'react';
import { ReopenVenueDocument } from '../generated/venue-forms/graphql.js';
import { VenueCalendarDocument, type CalendarVenueFragment } from '../generated/venues/graphql.js';
import { BookingRow } from './BookingRow.js';
import { CloseVenue } from './CloseVenue.js';

type CardProps = { readonly venue: CalendarVenueFragment; readonly onDone: () => void };

const aheadMs = 28 * 86_400_000;

/** A venue, when it is closed, and who has it in the coming four weeks. */
export function VenueCard({ venue, onDone }: CardProps): ReactElement {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const { name, place, capacity, bookedBy, accessFeatures } = venue;
  return (
    <Card as="article">
      <h3>{name}</h3>
      <SoftText>
        {place} · {t('venues.holds', { count: capacity })} · {t(`venues.bookedBy.${bookedBy}`)}
      </SoftText>
      <SoftText isSmall>{accessFeatures.map((feature) => t(`venues.access.${feature}`)).join(', ')}</SoftText>
      <Closures venue={venue} onDone={onDone} />
      {isOpen && <Coming venueId={venue.id} />}
      <Cluster>
        {!isOpen && <Button onPress={() => setOpen(true)}>{t('venues.showCalendar')}</Button>}
        <CloseVenue venueId={venue.id} viewerActions={venue.viewerActions} onDone={onDone} />
      </Cluster>
    </Card>
  );
}

function Closures({ venue: { closures, viewerActions }, onDone }: CardProps): ReactElement | null {
  const { t } = useTexts();
  const reopen = useGraphMutation(ReopenVenueDocument);
  if (closures.length === 0) return null;
  return (
    <>
      <h4>{t('venues.closures')}</h4>
      {closures.map(({ id, startsAt, endsAt, reason }) => (
        <Cluster key={id}>
          <span>
            <DateTimeText instant={startsAt} /> – <DateTimeText instant={endsAt} />: {reason}
          </span>
          <ActionButton
            viewerActions={viewerActions}
            action="CLOSE"
            label={t('venues.reopen')}
            onRun={async () => {
              const { data, problem } = await reopen({ input: { closureId: id } });
              return { result: data?.reopenVenue, problem };
            }}
            onDone={onDone}
          />
        </Cluster>
      ))}
    </>
  );
}

function Coming({ venueId }: { readonly venueId: string }): ReactElement {
  const { t } = useTexts();
  // One stretch for as long as it is in sight: an instant that moves would ask again and again.
  const [now] = useState(() => Date.now());
  const query = useGraphQuery(VenueCalendarDocument, {
    id: venueId,
    from: new Date(now).toISOString(),
    to: new Date(now + aheadMs).toISOString(),
  });
  return (
    <QueryView
      query={query}
      isEmpty={({ venue }) => (venue?.bookings ?? []).length === 0}
      empty={<SoftText>{t('venues.free')}</SoftText>}
    >
      {({ venue }) => (
        <Stack>
          {venue?.bookings?.map((booking) => (
            <BookingRow key={booking.id} booking={booking} onDone={query.reload} />
          ))}
        </Stack>
      )}
    </QueryView>
  );
}

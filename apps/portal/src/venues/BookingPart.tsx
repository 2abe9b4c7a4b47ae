import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  SelectField,
  SoftText,
  StatusBadge,
  TextField,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Row, Rows } from '../parts/Rows.js';
import { bookDocument, releaseDocument, thingsDocument } from './prepare-documents.js';
import type { Prepared } from './PreparePart.js';

type Span = { readonly startsAt: string; readonly endsAt: string };
type PartProps = { readonly activity: Prepared; readonly span: Span; readonly onChange: () => void };

const tones = { REQUESTED: 'info', CONFIRMED: 'good', RELEASED: 'info', REFUSED: 'danger' } as const;

/** The rooms and things that are booked for an activity. */
export function BookingPart({ activity, span, onChange }: PartProps): ReactElement | null {
  const { t } = useTexts();
  const bookings = activity.bookings ?? [];
  if (!activity.canBook && bookings.length === 0) return null;
  return (
    <Card>
      <h2>{t('booking.title')}</h2>
      {bookings.length === 0 && <SoftText>{t('booking.none')}</SoftText>}
      <Rows>
        {bookings.map((booking) => (
          <BookedRow key={booking.id} booking={booking} onChange={onChange} />
        ))}
      </Rows>
      {activity.canBook && <BookActions {...{ activity, span, onChange }} />}
    </Card>
  );
}

function BookedRow({
  booking,
  onChange,
}: {
  readonly booking: NonNullable<Prepared['bookings']>[number];
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const release = useAction(releaseDocument, (data) => data.releaseBooking);
  const { id, venue, equipment, itemCount, status, statusReason, startsAt, endsAt, viewerActions } = booking;
  return (
    <Row>
      <div>
        <Cluster>
          <strong>{venue?.name ?? t('booking.items', { count: itemCount, name: equipment?.name ?? '' })}</strong>
          <StatusBadge tone={tones[status]}>{t(`booking.status.${status}`)}</StatusBadge>
        </Cluster>
        <SoftText isSmall>
          <DateTimeText instant={startsAt} /> – <DateTimeText instant={endsAt} />
        </SoftText>
        {typeof statusReason === 'string' && <p>{statusReason}</p>}
      </div>
      <ActionButton
        viewerActions={viewerActions}
        action="RELEASE"
        label={t('booking.release')}
        confirm={{ title: t('booking.releaseTitle'), body: t('booking.releaseBody'), label: t('booking.release') }}
        onRun={() => release({ input: { bookingId: id } })}
        onDone={onChange}
      />
    </Row>
  );
}

function BookActions({ activity, span, onChange }: PartProps): ReactElement {
  const { t } = useTexts();
  const book = useAction(bookDocument, (data) => data.bookForActivity);
  const { data } = useGraphQuery(thingsDocument, { from: span.startsAt, to: span.endsAt });
  const venues = (data?.venues?.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: t(node.takenTimes.length > 0 ? 'booking.venueTaken' : 'booking.venueFree', {
      name: node.name,
      count: node.capacity,
    }),
  }));
  const things = (data?.equipment?.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: t('booking.itemsFree', { name: node.name, free: node.freeCount, count: node.quantity }),
  }));
  const around = { setUpMinutes: '30', clearAwayMinutes: '30' };
  const minutes = (values: typeof around) => ({
    setUpMinutes: Math.trunc(Number(values.setUpMinutes)),
    clearAwayMinutes: Math.trunc(Number(values.clearAwayMinutes)),
  });
  const shared = { viewerActions: ['BOOK'], action: 'BOOK', onDone: onChange } as const;
  const fields = (
    <>
      <TextField name="setUpMinutes" type="number" label={t('booking.setUp')} />
      <TextField name="clearAwayMinutes" type="number" label={t('booking.clearAway')} />
    </>
  );
  return (
    <Cluster>
      <FormAction
        {...shared}
        label={t('booking.bookVenue')}
        lead={t('booking.lead')}
        initial={{ venueId: '', ...around }}
        onRun={(values, idempotencyKey) =>
          book({ input: { activityId: activity.id, venueId: values.venueId, ...minutes(values), idempotencyKey } })
        }
      >
        <SelectField name="venueId" label={t('preview.venue')} options={venues} />
        {fields}
      </FormAction>
      <FormAction
        {...shared}
        label={t('booking.bookThing')}
        lead={t('booking.lead')}
        initial={{ equipmentId: '', itemCount: '1', ...around }}
        onRun={(values, idempotencyKey) =>
          book({
            input: {
              activityId: activity.id,
              equipmentId: values.equipmentId,
              itemCount: Math.trunc(Number(values.itemCount)),
              ...minutes(values),
              idempotencyKey,
            },
          })
        }
      >
        <SelectField name="equipmentId" label={t('booking.thing')} options={things} />
        <TextField name="itemCount" type="number" label={t('booking.count')} />
        {fields}
      </FormAction>
    </Cluster>
  );
}

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
import type { ThingsQuery } from '../generated/graphql.js';
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

const around = { setUpMinutes: '30', clearAwayMinutes: '30' };
const minutes = (values: typeof around) => ({
  setUpMinutes: Math.trunc(Number(values.setUpMinutes)),
  clearAwayMinutes: Math.trunc(Number(values.clearAwayMinutes)),
});
const may = { viewerActions: ['BOOK'], action: 'BOOK' } as const;

function BookActions({ activity: { id: activityId }, span, onChange }: PartProps): ReactElement {
  const { data } = useGraphQuery(thingsDocument, { from: span.startsAt, to: span.endsAt });
  const shared = { activityId, data, onChange };
  return (
    <Cluster>
      <BookVenue {...shared} />
      <BookThing {...shared} />
    </Cluster>
  );
}

type BookProps = {
  readonly activityId: string;
  readonly data: ThingsQuery | undefined;
  readonly onChange: () => void;
};

function BookVenue({ activityId, data, onChange }: BookProps): ReactElement {
  const { t } = useTexts();
  const book = useAction(bookDocument, (answer) => answer.bookForActivity);
  const venues = (data?.venues?.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: t(node.isFree ? 'booking.venueFree' : 'booking.venueTaken', {
      name: node.name,
      count: node.capacity,
    }),
  }));
  return (
    <FormAction
      {...may}
      label={t('booking.bookVenue')}
      lead={t('booking.lead')}
      initial={{ venueId: '', ...around }}
      onRun={(values, idempotencyKey) =>
        book({ input: { activityId, venueId: values.venueId, ...minutes(values), idempotencyKey } })
      }
      onDone={onChange}
    >
      <SelectField name="venueId" label={t('preview.venue')} options={venues} />
      <AroundFields />
    </FormAction>
  );
}

function BookThing({ activityId, data, onChange }: BookProps): ReactElement {
  const { t } = useTexts();
  const book = useAction(bookDocument, (answer) => answer.bookForActivity);
  const things = (data?.equipment?.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: t('booking.itemsFree', { name: node.name, free: node.freeCount, count: node.quantity }),
  }));
  return (
    <FormAction
      {...may}
      label={t('booking.bookThing')}
      lead={t('booking.lead')}
      initial={{ equipmentId: '', itemCount: '1', ...around }}
      onRun={(values, idempotencyKey) => {
        const itemCount = Math.trunc(Number(values.itemCount));
        return book({
          input: { activityId, equipmentId: values.equipmentId, itemCount, ...minutes(values), idempotencyKey },
        });
      }}
      onDone={onChange}
    >
      <SelectField name="equipmentId" label={t('booking.thing')} options={things} />
      <TextField name="itemCount" type="number" label={t('booking.count')} />
      <AroundFields />
    </FormAction>
  );
}

function AroundFields(): ReactElement {
  const { t } = useTexts();
  return (
    <>
      <TextField name="setUpMinutes" type="number" label={t('booking.setUp')} />
      <TextField name="clearAwayMinutes" type="number" label={t('booking.clearAway')} />
    </>
  );
}

import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  DialogAction,
  SoftText,
  StatusBadge,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { ReasonForm } from '../approvals/ReasonForm.js';
import { ConfirmBookingDocument, RefuseBookingDocument } from '../generated/venue-forms/graphql.js';
import type { DecidedBookingFragment } from '../generated/venues/graphql.js';

/** Who wants or has what when, and what can be decided about it. */
export function BookingRow({
  booking,
  onDone,
}: {
  readonly booking: DecidedBookingFragment;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const { venue, equipment, itemCount, activity, startsAt, endsAt, status, viewerActions } = booking;
  return (
    <Card as="article">
      <h3>{activity?.title ?? t('venues.hiddenActivity')}</h3>
      <Cluster>
        <StatusBadge tone={status === 'CONFIRMED' ? 'good' : 'info'}>{t(`venues.status.${status}`)}</StatusBadge>
        <SoftText isSmall>{activity?.group?.name}</SoftText>
      </Cluster>
      <p>
        {venue?.name ?? t('venues.items', { count: itemCount, name: equipment?.name ?? '' })} ·{' '}
        <DateTimeText instant={startsAt} /> – <DateTimeText instant={endsAt} />
      </p>
      <DecideBooking bookingId={booking.id} viewerActions={viewerActions} onDone={onDone} />
    </Card>
  );
}

function DecideBooking({
  bookingId,
  viewerActions,
  onDone,
}: Pick<DecidedBookingFragment, 'viewerActions'> & {
  readonly bookingId: string;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const confirm = useGraphMutation(ConfirmBookingDocument);
  const refuse = useGraphMutation(RefuseBookingDocument);
  return (
    <Cluster>
      <ActionButton
        viewerActions={viewerActions}
        action="CONFIRM"
        look="primary"
        label={t('venues.confirm')}
        onRun={async () => {
          const { data, problem } = await confirm({ input: { bookingId } });
          return { result: data?.confirmBooking, problem };
        }}
        onDone={onDone}
      />
      <DialogAction viewerActions={viewerActions} action="REFUSE" look="danger" label={t('venues.refuse')}>
        {(close) => (
          <ReasonForm
            name="reason"
            label={t('venues.reason')}
            submitLabel={t('venues.refuse')}
            onRun={async (reason) => {
              const { data, problem } = await refuse({ input: { bookingId, reason } });
              return { result: data?.refuseBooking, problem };
            }}
            onDone={() => {
              close();
              onDone();
            }}
          />
        )}
      </DialogAction>
    </Cluster>
  );
}

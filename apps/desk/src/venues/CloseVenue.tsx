import {
  DialogAction,
  Form,
  fromCampusInput,
  TextField,
  useForm,
  useGraphMutation,
  useTexts,
  useWebConfig,
  type Outcome,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { CloseVenueDocument } from '../generated/venue-forms/graphql.js';
import type { CalendarVenueFragment } from '../generated/venues/graphql.js';

type CloseProps = Pick<CalendarVenueFragment, 'viewerActions'> & {
  readonly venueId: string;
  readonly onDone: () => void;
};

/** Closes a venue for a time. */
export function CloseVenue(props: CloseProps): ReactElement {
  const { t } = useTexts();
  return (
    <DialogAction viewerActions={props.viewerActions} action="CLOSE" label={t('venues.close')}>
      {(close) => (
        <CloseForm
          venueId={props.venueId}
          onDone={() => {
            close();
            props.onDone();
          }}
        />
      )}
    </DialogAction>
  );
}

function CloseForm({ venueId, onDone }: Omit<CloseProps, 'viewerActions'>): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const closeVenue = useGraphMutation(CloseVenueDocument);
  // What is no time is sent as one the rules refuse, so that the field says so.
  const instant = (text: string): string => fromCampusInput(text, campusZone) ?? new Date(0).toISOString();
  const form = useForm({
    initial: { startsAt: '', endsAt: '', reason: '' },
    submit: async ({ startsAt, endsAt, reason }): Promise<Outcome> => {
      const { data, problem } = await closeVenue({
        input: { venueId, startsAt: instant(startsAt), endsAt: instant(endsAt), reason },
      });
      return { result: data?.closeVenue, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('venues.close')}>
      <TextField name="startsAt" type="datetime-local" label={t('venues.from')} />
      <TextField name="endsAt" type="datetime-local" label={t('venues.until')} />
      <TextField name="reason" label={t('venues.reason')} hint={t('venues.closeHint')} />
    </Form>
  );
}

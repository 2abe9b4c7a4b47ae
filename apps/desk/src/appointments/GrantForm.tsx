import {
  campusDay,
  campusInstant,
  Form,
  SelectField,
  TextField,
  useForm,
  useGraphMutation,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { optionsFrom } from '../blocks/options-from.js';
import { requireFilled } from '../blocks/require-filled.js';
import type { StaffRole } from '../generated/appointments/graphql.js';
import { GrantAppointmentDocument } from '../generated/grant-form/graphql.js';

const firstRole: StaffRole = 'CASE_WORKER';

/** Gives somebody a staff role from one day to another, both included. */
export function GrantForm({
  roles,
  onDone,
}: {
  readonly roles: readonly StaffRole[];
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const grant = useGraphMutation(GrantAppointmentDocument);
  const form = useForm({
    initial: {
      subject: '',
      role: firstRole,
      startsAt: campusDay(Date.now(), campusZone),
      endsAt: '',
    },
    submit: async ({ subject, role, ...days }) => {
      // Both days count whole: the term ends with the first instant after its last day.
      const startsAt = campusInstant(days.startsAt, campusZone);
      const endsAt = campusInstant(days.endsAt, campusZone, 1);
      const missing = requireFilled({ subject, role, startsAt, endsAt });
      if (missing !== undefined) return missing;
      const { data, problem } = await grant({ input: { subject: subject.trim(), role, startsAt, endsAt } });
      return { result: data?.grantAppointment, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('appointments.grantSave')}>
      <TextField name="subject" label={t('appointments.subject')} hint={t('appointments.subjectHint')} />
      <SelectField
        name="role"
        label={t('appointments.role')}
        options={optionsFrom(roles, (each) => t(`role.${each}`))}
      />
      <TextField name="startsAt" type="date" label={t('appointments.from')} />
      <TextField name="endsAt" type="date" label={t('appointments.until')} hint={t('appointments.untilHint')} />
    </Form>
  );
}

import { ActionButton, DataTable, DateTimeText, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { AppointmentDatesFragment } from '../generated/appointments/graphql.js';
import { EndAppointmentDocument } from '../generated/appointments/graphql.js';

/** The appointments to show, the subject of whoever reads them, and what follows when one ended. */
export type AppointmentTableProps = {
  readonly appointments: readonly AppointmentDatesFragment[];
  readonly self: string;
  readonly onDone: () => void;
};

/** Appointments in force by role and person, with their dates and, for whoever may, the way to end them. */
export function AppointmentTable({ appointments, self, onDone }: AppointmentTableProps): ReactElement {
  const { t } = useTexts();
  const end = useGraphMutation(EndAppointmentDocument);
  const rows = appointments.toSorted((a, b) => a.role.localeCompare(b.role) || a.subject.localeCompare(b.subject));
  const canEnd = rows.some(({ viewerActions }) => viewerActions.includes('END'));
  const endCell = ({ id, subject, role, viewerActions }: AppointmentDatesFragment): ReactElement =>
    subject === self ? (
      <>{t('appointments.own')}</>
    ) : (
      <ActionButton
        viewerActions={viewerActions}
        action="END"
        label={t('appointments.end')}
        look="danger"
        confirm={{
          title: t('appointments.endTitle', { subject, role: t(`role.${role}`) }),
          body: t('appointments.endBody'),
          label: t('appointments.endYes'),
        }}
        onRun={async () => {
          const { data, problem } = await end({ input: { appointmentId: id } });
          return { result: data?.endAppointment, problem };
        }}
        onDone={onDone}
      />
    );
  return (
    <DataTable
      caption={t('appointments.table')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { key: 'subject', heading: t('appointments.subject'), cell: ({ subject }) => subject },
        { key: 'role', heading: t('appointments.role'), cell: ({ role }) => t(`role.${role}`) },
        {
          key: 'startsAt',
          heading: t('appointments.from'),
          cell: ({ startsAt }) => <DateTimeText instant={startsAt} show="day" />,
        },
        {
          key: 'endsAt',
          heading: t('appointments.until'),
          cell: ({ endsAt }) => <DateTimeText instant={lastMoment(endsAt)} show="day" />,
        },
        ...(canEnd ? [{ key: 'end', heading: t('appointments.action'), cell: endCell }] : []),
      ]}
    />
  );
}

/** The last millisecond before an end: an appointment that ends at midnight is held up to the day before. */
function lastMoment(endsAt: string): string {
  return new Date(Date.parse(endsAt) - 1).toISOString();
}

import {
  ActionButton,
  Cluster,
  DataTable,
  DateTimeText,
  Notice,
  Stack,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { AppointmentDatesFragment } from '../generated/appointments/graphql.js';
import { ConfirmAppointmentDocument, EndAppointmentDocument } from '../generated/appointments/graphql.js';

/** The proposed appointments, and what follows when one was decided. */
export type ProposalTableProps = {
  readonly proposals: readonly AppointmentDatesFragment[];
  readonly onDone: () => void;
};

/** Roles near advice cases that wait for a second administrator; they give no right before. */
export function ProposalTable({ proposals, onDone }: ProposalTableProps): ReactElement | null {
  const { t } = useTexts();
  const confirm = useGraphMutation(ConfirmAppointmentDocument);
  const end = useGraphMutation(EndAppointmentDocument);
  if (proposals.length === 0) return null;
  const actions = ({ id: appointmentId, subject, role, viewerActions }: AppointmentDatesFragment): ReactElement => (
    <Cluster>
      <ActionButton
        {...{ viewerActions, onDone }}
        action="CONFIRM"
        label={t('appointments.confirm')}
        look="primary"
        confirm={{
          title: t('appointments.confirmTitle', { subject, role: t(`role.${role}`) }),
          body: t('appointments.confirmBody'),
          label: t('appointments.confirm'),
        }}
        onRun={async () => {
          const { data, problem } = await confirm({ input: { appointmentId } });
          return { result: data?.confirmAppointment, problem };
        }}
      />
      <ActionButton
        {...{ viewerActions, onDone }}
        action="END"
        label={t('appointments.takeOff')}
        onRun={async () => {
          const { data, problem } = await end({ input: { appointmentId } });
          return { result: data?.endAppointment, problem };
        }}
      />
    </Cluster>
  );
  return (
    <Stack gap="small">
      <Notice>{t('appointments.proposalsLead')}</Notice>
      <DataTable
        caption={t('appointments.proposals')}
        rows={proposals}
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
            key: 'action',
            heading: t('appointments.action'),
            cell: (row) => (row.viewerActions.length > 0 ? actions(row) : <>{t('appointments.waits')}</>),
          },
        ]}
      />
    </Stack>
  );
}

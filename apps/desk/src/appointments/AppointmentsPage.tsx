import { Page, QueryView, SkeletonList, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { AppointmentsDocument } from '../generated/appointments/graphql.js';
import { ForRoles } from '../roles/ForRoles.js';
import { pageRoles } from '../roles/page-roles.js';
import { AppointmentTable } from './AppointmentTable.js';
import { GrantAction } from './GrantAction.js';
import { ProposalTable } from './ProposalTable.js';

/** Who holds which staff role from when to when: everybody's for the admin, one's own for anybody else of the staff. */
export function AppointmentsPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('appointments.title')} lead={t('appointments.lead')}>
      <ForRoles roles={pageRoles.appointments}>{() => <Appointments />}</ForRoles>
    </Page>
  );
}

function Appointments(): ReactElement {
  const query = useGraphQuery(AppointmentsDocument, {});
  return (
    <QueryView query={query} skeleton={<SkeletonList height="7rem" />}>
      {({ viewer, appointments, appointmentProposals }) => (
        <Stack>
          <GrantAction viewerActions={viewer.staffRoleActions ?? []} onDone={query.reload} />
          <ProposalTable proposals={appointmentProposals ?? []} onDone={query.reload} />
          {appointments && <AppointmentTable appointments={appointments} self={viewer.subject} onDone={query.reload} />}
        </Stack>
      )}
    </QueryView>
  );
}

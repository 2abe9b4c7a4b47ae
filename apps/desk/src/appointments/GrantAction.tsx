import { Cluster, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { lazy } from 'react';
import { DialogAction } from '../blocks/DialogAction.js';
import type { DeskViewer } from '../roles/ForRoles.js';
import { appointmentActions } from './appointment-actions.js';
import { staffRoles } from './staff-roles.js';

// The form is loaded when it is opened.
const GrantForm = lazy(async () => ({ default: (await import('./GrantForm.js')).GrantForm }));

/** Who gives, and what follows. */
export type GrantActionProps = { readonly viewer: DeskViewer; readonly onDone: () => void };

/** The button to give somebody a staff role, and the form behind it. */
export function GrantAction({ viewer, onDone }: GrantActionProps): ReactElement {
  const { t } = useTexts();
  return (
    <Cluster>
      <DialogAction
        viewerActions={appointmentActions(viewer)}
        action="GRANT"
        label={t('appointments.grant')}
        look="primary"
      >
        {(close) => (
          <GrantForm
            roles={staffRoles}
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

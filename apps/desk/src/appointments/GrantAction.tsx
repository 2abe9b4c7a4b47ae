import { Cluster, DialogAction, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { staffRoles } from './staff-roles.js';
import { GrantForm } from './GrantForm.js';

/** What the viewer may do about staff roles, and what follows. */
export type GrantActionProps = { readonly viewerActions: readonly string[]; readonly onDone: () => void };

/** The button to give somebody a staff role, and the form behind it. */
export function GrantAction({ viewerActions, onDone }: GrantActionProps): ReactElement {
  const { t } = useTexts();
  return (
    <Cluster>
      <DialogAction {...{ viewerActions }} action="GRANT" label={t('appointments.grant')} look="primary">
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

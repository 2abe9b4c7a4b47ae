import type { ReactElement } from 'react';
import { Notice, useTexts } from '@guildhall/ui';
import { AskedTraining } from '../training/AskedTraining.js';
import type { ShownShift } from './service-documents.js';

type Roles = { readonly roles: ShownShift['roles'] };

/** What roles of a shift ask to be learned first. */
export function ShiftTraining({ roles }: Roles): ReactElement {
  const { t } = useTexts();
  return (
    <>
      {roles.map(({ id, name, requiredTraining }) =>
        requiredTraining ? (
          <AskedTraining key={id} label={t('training.ofRole', { name })} training={[requiredTraining]} />
        ) : null,
      )}
    </>
  );
}

/** What the viewer lacks for roles that still need somebody, with the way to it. */
export function MissingTraining({ roles }: Roles): ReactElement {
  const { t } = useTexts();
  return (
    <>
      {roles
        .filter(({ viewerLacksTraining }) => viewerLacksTraining)
        .map(({ id, name, requiredTraining }) => (
          <Notice key={id} tone="info">
            <AskedTraining
              label={t('training.youLack', { name })}
              training={requiredTraining ? [requiredTraining] : []}
            />
          </Notice>
        ))}
    </>
  );
}

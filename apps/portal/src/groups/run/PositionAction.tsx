import type { ReactElement } from 'react';
import { SelectField, TextField, useTexts } from '@guildhall/ui';
import type { PositionKind } from '../../generated/graphql.js';
import { useAction } from '../../graph/use-action.js';
import { FormAction } from '../../parts/FormAction.js';
import { addPositionDocument, editPositionDocument } from './office-documents.js';
import type { RunGroup, RunPartProps } from './run-document.js';

const kinds: readonly PositionKind[] = ['PRESIDENT', 'TREASURER', 'SECRETARY', 'WELFARE_LEAD', 'OFFICER'];

type PositionActionProps = RunPartProps & { readonly position?: RunGroup['positions'][number] };

/** Writes an office anew, or adds one. */
export function PositionAction({ group, position, onChange }: PositionActionProps): ReactElement {
  const { t } = useTexts();
  const add = useAction(addPositionDocument, (data) => data.addPosition);
  const edit = useAction(editPositionDocument, (data) => data.editPosition);
  const initial = {
    title: position?.title ?? '',
    kind: (position?.kind ?? 'OFFICER') as string,
    seats: String(position?.seats ?? 1),
  };
  return (
    <FormAction
      viewerActions={group.viewerActions}
      action="ADD_POSITION"
      label={t(position === undefined ? 'runOffices.addOffice' : 'runOffices.editOffice')}
      look={position === undefined ? 'plain' : 'quiet'}
      initial={initial}
      onRun={(values) => {
        const kind = kinds.find((each) => each === values.kind) ?? 'OFFICER';
        const fields = { title: values.title, kind, seats: Math.trunc(Number(values.seats)) || 0 };
        return position === undefined
          ? add({ input: { ...fields, groupId: group.id } })
          : edit({ input: { ...fields, positionId: position.id } });
      }}
      onDone={onChange}
    >
      <TextField name="title" label={t('runOffices.officeTitle')} />
      <SelectField
        name="kind"
        label={t('runOffices.officeKind')}
        options={kinds.map((value) => ({ value, label: t(`officeKind.${value}`) }))}
      />
      <TextField
        name="seats"
        type="number"
        label={t('runOffices.officeSeats')}
        hint={t('runOffices.officeSeatsHint')}
      />
    </FormAction>
  );
}

import type { ReactElement } from 'react';
import { TextAreaField, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { cancelShiftDocument } from './hosting-actions.js';
import type { ShownShift } from './service-documents.js';

/** Calls a shift off, with words for whoever signed up. */
export function CallOffShift({
  shift,
  onChange,
}: {
  readonly shift: ShownShift;
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const cancel = useAction(cancelShiftDocument, (data) => data.cancelShift);
  return (
    <FormAction
      viewerActions={shift.viewerActions}
      action="CALL_OFF"
      look="danger"
      label={t('hosting.callOff')}
      lead={t('hosting.callOffLead')}
      initial={{ reason: '' }}
      onRun={(values) => cancel({ input: { shiftId: shift.id, ...values } })}
      onDone={onChange}
    >
      <TextAreaField name="reason" label={t('hosting.reason')} />
    </FormAction>
  );
}

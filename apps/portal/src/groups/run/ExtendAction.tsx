import type { ReactElement } from 'react';
import { campusInstant, RadioField, TextField, useTexts, useWebConfig } from '@guildhall/ui';
import { useAction } from '../../graph/use-action.js';
import { FormAction } from '../../parts/FormAction.js';
import { extendDocument } from './office-documents.js';
import { asOrigin, origins } from './origins.js';

type ExtendActionProps = {
  readonly mandate: { readonly id: string; readonly viewerActions: readonly string[] };
  readonly onChange: () => void;
};

/** Gives the holder of an office another mandate, which begins when the first ends. */
export function ExtendAction({ mandate, onChange }: ExtendActionProps): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const extend = useAction(extendDocument, (data) => data.extendMandate);
  return (
    <FormAction
      viewerActions={mandate.viewerActions}
      action="EXTEND"
      look="quiet"
      label={t('runOffices.extend')}
      lead={t('runOffices.extendLead')}
      initial={{ endsAt: '', origin: 'BY_ELECTION' }}
      onRun={({ endsAt, origin }) =>
        extend({
          input: { mandateId: mandate.id, endsAt: campusInstant(endsAt, campusZone, 1), origin: asOrigin(origin) },
        })
      }
      onDone={onChange}
    >
      <TextField name="endsAt" type="date" label={t('runOffices.to')} hint={t('runOffices.toHint')} />
      <RadioField
        name="origin"
        label={t('runOffices.how')}
        options={origins.map((value) => ({ value, label: t(`inGroup.origin.${value}`) }))}
      />
    </FormAction>
  );
}

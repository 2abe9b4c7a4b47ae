import type { ReactElement } from 'react';
import { CheckboxField, TextField, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import type { PartProps } from './organise-document.js';
import { saveTemplateDocument } from './template-documents.js';

/** Keeps the plan of an activity for the next time. */
export function SaveTemplate({ activity, organising, onChange }: PartProps): ReactElement {
  const { t } = useTexts();
  const save = useAction(saveTemplateDocument, (data) => data.saveTemplate);
  return (
    <FormAction
      viewerActions={organising.viewerActions}
      action="SAVE_TEMPLATE"
      label={t('organise.saveTemplate')}
      lead={t('organise.templateLead')}
      initial={{ name: activity.title, isUnionWide: false }}
      onRun={({ name, isUnionWide }) => save({ input: { activityId: activity.id, name, isUnionWide } })}
      onDone={onChange}
    >
      <TextField name="name" label={t('organise.templateName')} />
      <CheckboxField name="isUnionWide" label={t('organise.templateWide')} />
    </FormAction>
  );
}

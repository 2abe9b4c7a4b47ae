import type { ReactElement } from 'react';
import { CheckboxesField, CheckboxField, SelectField, TextAreaField, TextField, useTexts } from '@guildhall/ui';
import { serviceAccess, serviceKinds } from './kinds.js';

/** The fields of an opportunity, new or changed. */
export function OpportunityFields(): ReactElement {
  const { t } = useTexts();
  return (
    <>
      <TextField name="title" label={t('offer.name')} />
      <TextAreaField name="summary" label={t('offer.summary')} hint={t('offer.summaryHint')} />
      <SelectField
        name="kind"
        label={t('offer.kind')}
        options={serviceKinds.map((value) => ({ value, label: t(`serviceKind.${value}`) }))}
      />
      <TextField name="place" label={t('offer.place')} />
      <TextField name="skills" label={t('offer.skills')} hint={t('offer.listHint')} isOptional />
      <TextField name="languages" label={t('offer.languages')} hint={t('offer.languagesHint')} isOptional />
      <CheckboxesField
        name="access"
        label={t('offer.access')}
        options={serviceAccess.map((value) => ({ value, label: t(`serviceAccess.${value}`) }))}
      />
      <CheckboxField name="isAdultsOnly" label={t('offer.isAdultsOnly')} />
      <CheckboxField name="asksHost" label={t('offer.asksHost')} />
    </>
  );
}

import type { ReactElement } from 'react';
import { CheckboxesField, SelectField, TextAreaField, TextField, useTexts } from '@guildhall/ui';
import { ResourceField } from './ResourceField.js';
import { activityKinds } from '../activities/kinds.js';
import { stepKinds, type StepRow } from './steps-form.js';

type StepFieldsProps = { readonly rows: readonly StepRow[]; readonly index: number };

/** The fields of one step; what it asks for depends on its kind. */
export function StepFields({ rows, index }: StepFieldsProps): ReactElement {
  const { t } = useTexts();
  const name = (field: keyof StepRow): string => `steps.${index}.${field}`;
  const row = rows[index];
  return (
    <>
      <TextField name={name('title')} label={t('writing.stepTitle')} />
      <SelectField
        name={name('kind')}
        label={t('writing.stepKind')}
        hint={row?.key ? t('writing.carriedOn') : undefined}
        options={stepKinds.map((value) => ({ value, label: t(`stepKind.${value}`) }))}
      />
      <KindFields kind={row?.kind ?? ''} name={name} />
      <TextAreaField name={name('guidance')} label={t('writing.guidance')} rows={3} isOptional />
      {index > 0 && (
        <CheckboxesField
          name={name('requires')}
          label={t('writing.requires')}
          hint={t('writing.requiresHint')}
          options={rows.slice(0, index).map(({ title }, at) => ({
            value: String(at + 1),
            label: `${at + 1}. ${title || t('writing.untitled')}`,
          }))}
        />
      )}
    </>
  );
}

function KindFields({
  kind,
  name,
}: {
  readonly kind: string;
  readonly name: (field: keyof StepRow) => string;
}): ReactElement | null {
  const { t } = useTexts();
  switch (kind) {
    case 'READ':
    case 'WATCH':
      return <ResourceField name={name('resourceId')} titleName={name('resourceTitle')} />;
    case 'ATTEND':
      return (
        <SelectField
          name={name('activityKind')}
          label={t('writing.activityKind')}
          options={activityKinds.map((value) => ({ value, label: t(`activityKind.${value}`) }))}
        />
      );
    case 'HOLD_MANDATE':
      return <TextField name={name('daysRequired')} type="number" label={t('writing.days')} />;
    case 'VERIFIED_HOURS':
      return <TextField name={name('hoursRequired')} type="number" label={t('writing.hours')} />;
    case 'PEER_REVIEW':
      return (
        <TextAreaField name={name('rubric')} label={t('writing.rubric')} hint={t('writing.rubricHint')} isOptional />
      );
    default:
      return null;
  }
}

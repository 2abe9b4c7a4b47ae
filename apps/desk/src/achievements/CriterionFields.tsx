import { SelectField, TextField, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { optionsFrom } from '../blocks/options-from.js';
import {
  activityKinds,
  measureOf,
  measuresOf,
  narrowingOf,
  positionKinds,
  recordKinds,
  type CriterionRow,
} from './criterion-rows.js';
import { PathField } from './PathField.js';

type CriterionFieldsProps = { readonly row: CriterionRow; readonly index: number };

/** The fields of one criterion; what it can be narrowed by and how it is measured depend on the kind of evidence. */
export function CriterionFields({ row, index }: CriterionFieldsProps): ReactElement {
  const { t } = useTexts();
  const name = (field: keyof CriterionRow): string => `criteria.${index}.${field}`;
  const measures = measuresOf(row.kind);
  const measure = measureOf(row);
  return (
    <>
      <SelectField
        name={name('kind')}
        label={t('achievements.kind')}
        options={optionsFrom(recordKinds, (kind) => t(`evidence.${kind}`))}
      />
      <NarrowingField {...{ row, name }} />
      {measures.length > 1 && (
        <SelectField
          name={name('measure')}
          label={t('achievements.measure')}
          options={optionsFrom(measures, (one) => t(`achievements.measures.${one}`))}
        />
      )}
      <TextField
        name={name('amount')}
        type="number"
        label={t(`achievements.amount.${measure ?? 'ANY'}`)}
        hint={measure === 'MINUTES' ? t('achievements.hoursHint') : undefined}
      />
    </>
  );
}

type NarrowingFieldProps = {
  readonly row: CriterionRow;
  readonly name: (field: keyof CriterionRow) => string;
};

function NarrowingField({ row, name }: NarrowingFieldProps): ReactElement | null {
  const { t } = useTexts();
  const narrowing = narrowingOf(row.kind);
  if (narrowing === undefined) return null;
  if (narrowing === 'pathId') return <PathField name={name('pathId')} keptTitle={row.pathTitle} />;
  const options =
    narrowing === 'activityKind'
      ? optionsFrom(activityKinds, (kind) => t(`activityKind.${kind}`))
      : optionsFrom(positionKinds, (kind) => t(`office.${kind}`));
  return (
    <SelectField
      name={name(narrowing)}
      label={t(`achievements.${narrowing}`)}
      hint={t('achievements.anyHint')}
      isOptional
      options={options}
    />
  );
}

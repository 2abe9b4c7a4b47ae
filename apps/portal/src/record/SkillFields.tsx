import type { ReactElement } from 'react';
import { CheckboxesField, CheckboxField, TextAreaField, TextField, useTexts } from '@guildhall/ui';
import { activityKinds } from '../activities/kinds.js';
import { officeKinds } from './skill-form.js';

/** A path that a rule can name. */
export type RulePath = { readonly id: string; readonly title: string };

/** The fields of a skill, new or changed. */
export function SkillFields({
  paths,
  isNew,
}: {
  readonly paths: readonly RulePath[];
  readonly isNew: boolean;
}): ReactElement {
  const { t } = useTexts();
  const ofKind = (kind: 'ATTENDANCE' | 'LED_ACTIVITY') => [
    { value: kind, label: t('skills.any', { what: t(`recordKind.${kind}`) }) },
    ...activityKinds.map((each) => ({
      value: `${kind}:${each}`,
      label: t('skills.of', { what: t(`recordKind.${kind}`), kind: t(`activityKind.${each}`) }),
    })),
  ];
  const plain = (['VERIFIED_HOURS', 'DELIVERED_PROPOSAL', 'LED_SESSION'] as const).map((kind) => ({
    value: kind,
    label: t(`recordKind.${kind}`),
  }));
  return (
    <>
      {isNew && <TextField name="slug" label={t('skills.slug')} hint={t('skills.slugHint')} />}
      <TextField name="nameEn" label={t('skills.nameEn')} />
      <TextField name="nameZh" label={t('skills.nameZh')} />
      <TextAreaField name="summaryEn" label={t('skills.summaryEn')} />
      <TextAreaField name="summaryZh" label={t('skills.summaryZh')} />
      <CheckboxesField
        name="rules"
        label={t('skills.shownBy')}
        hint={t('skills.shownByHint')}
        options={[...plain, ...ofKind('LED_ACTIVITY'), ...ofKind('ATTENDANCE')]}
      />
      <CheckboxesField
        name="offices"
        label={t('skills.offices')}
        options={officeKinds.map((each) => ({ value: `MANDATE:${each}`, label: t(`office.${each}`) }))}
      />
      <CheckboxesField
        name="paths"
        label={t('skills.paths')}
        options={paths.map(({ id, title }) => ({ value: `PATH_STEP:${id}`, label: title }))}
      />
      {!isNew && <CheckboxField name="isRetired" label={t('skills.isRetired')} />}
    </>
  );
}

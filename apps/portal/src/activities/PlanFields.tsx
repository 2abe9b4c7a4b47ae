import type { ReactElement } from 'react';
import { CheckboxField, SelectField, SoftText, TextAreaField, TextField, useTexts } from '@guildhall/ui';
import { yesNoFacts } from './activity-form.js';
import styles from '../parts/parts.module.css';
import { VenueField } from '../venues/VenueField.js';
import { activityKinds } from './kinds.js';

/** The fields of a plan; `prefix` is the path of the plan inside the mutation's input. */
export function PlanFields({ prefix }: { readonly prefix: string }): ReactElement {
  const { t } = useTexts();
  const kinds = activityKinds.map((kind) => ({ value: kind, label: t(`activityKind.${kind}`) }));
  return (
    <>
      <TextField name={`${prefix}title`} label={t('plan.title')} />
      <TextAreaField name={`${prefix}summary`} label={t('plan.summary')} hint={t('plan.summaryHint')} />
      <SelectField name={`${prefix}kind`} label={t('activity.kind')} options={kinds} />
      <TextField name={`${prefix}place`} label={t('activity.place')} />
      <VenueField name={`${prefix}venueId`} />
      <SoftText>{t('plan.zone')}</SoftText>
      <div className={styles.pair}>
        <TextField name={`${prefix}startsAt`} type="datetime-local" label={t('activity.starts')} />
        <TextField name={`${prefix}endsAt`} type="datetime-local" label={t('activity.ends')} />
        <TextField name={`${prefix}registrationOpensAt`} type="datetime-local" label={t('activity.opens')} />
        <TextField name={`${prefix}registrationClosesAt`} type="datetime-local" label={t('activity.closes')} />
      </div>
      <TextField
        name={`${prefix}capacity`}
        type="number"
        label={t('plan.capacity')}
        hint={t('plan.capacityHint')}
        isOptional
      />
      <TextField name={`${prefix}facts.expectedAttendees`} type="number" label={t('facts.expectedAttendees')} />
      <TextField name={`${prefix}facts.budget`} label={t('facts.budget')} hint={t('facts.budgetHint')} />
      <fieldset className={styles.set}>
        <legend>{t('plan.factsLead')}</legend>
        {yesNoFacts.map((name) => (
          <CheckboxField key={name} name={`${prefix}facts.${name}`} label={t(`facts.${name}`)} />
        ))}
      </fieldset>
    </>
  );
}

import type { ReactElement } from 'react';
import { CheckboxesField, Form, useForm, useReferralFieldNames, useTexts } from '@guildhall/ui';
import { graphql, withFaults } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import type { ShownReferral } from './case-document.js';
import { ReferralPreview } from './ReferralPreview.js';

const consentDocument = withFaults(
  graphql(`
    mutation ConsentToReferral($input: ConsentToReferralInput!) {
      consentToReferral(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/**
 * Consent field by field, open to change until the referral is sent. Nothing is chosen beforehand but what was consented to already,
 * and what the department would see stands below while one chooses.
 */
export function ConsentForm({
  referral,
  onChange,
}: {
  readonly referral: ShownReferral;
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const { wordsOf } = useReferralFieldNames();
  const consent = useAction(consentDocument, (data) => data.consentToReferral);
  const consented: readonly string[] = referral.fields.filter((field) => field.consented).map(({ id }) => id);
  const form = useForm({
    initial: { fieldIds: consented },
    submit: ({ fieldIds }) => consent({ input: { referralId: referral.id, fieldIds } }),
    onDone: onChange,
  });
  const chosen = form.values['fieldIds'];
  const shown = referral.fields.filter(({ id }) => typeof chosen === 'object' && chosen.includes(id));
  const department = referral.department?.name ?? t('referral.department');
  return (
    <Form form={form} submitLabel={t('referral.consent', { count: shown.length })}>
      <CheckboxesField
        name="fieldIds"
        label={t('referral.choose', { department })}
        hint={t('referral.chooseHint')}
        options={referral.fields.map((field) => ({
          value: field.id,
          label: `${wordsOf(field.name) ?? t('case.erased')}: ${field.value ?? ''}`,
        }))}
      />
      <ReferralPreview referralId={referral.id} department={department} fieldIds={shown.map(({ id }) => id)} />
    </Form>
  );
}

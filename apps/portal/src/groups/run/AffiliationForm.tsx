import type { ReactElement } from 'react';
import { Form, TextAreaField, TextField, useForm, useTexts } from '@guildhall/ui';
import { graphql, withFaults } from '../../graph/graphql.js';
import { useAction } from '../../graph/use-action.js';
import type { RunPartProps } from './run-document.js';

const document = withFaults(
  graphql(`
    mutation SubmitAffiliation($input: SubmitAffiliationInput!) {
      submitAffiliation(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** What the union asks of a group, filled in with what it handed in last. */
export function AffiliationForm({ group, onChange }: RunPartProps): ReactElement {
  const { t } = useTexts();
  const submit = useAction(document, (data) => data.submitAffiliation);
  const { affiliationSubmission: last, constitution } = group;
  const form = useForm({
    initial: {
      constitutionText: last?.constitutionText ?? constitution?.text ?? '',
      constitutionLink: last?.constitutionLink ?? constitution?.link ?? '',
      riskStatement: last?.riskStatement ?? '',
      programme: last?.status === 'CHANGES_REQUESTED' ? last.programme : '',
    },
    submit: (values, idempotencyKey) => submit({ input: { ...values, groupId: group.id, idempotencyKey } }),
    onDone: onChange,
  });
  return (
    <section>
      <h3>{t('runAffiliation.form')}</h3>
      <Form form={form} submitLabel={t('runAffiliation.submit')}>
        <TextAreaField
          name="constitutionText"
          label={t('runAffiliation.constitutionText')}
          hint={t('runAffiliation.constitutionHint')}
          rows={8}
        />
        <TextField name="constitutionLink" type="url" label={t('runAffiliation.constitutionLink')} />
        <TextAreaField
          name="riskStatement"
          label={t('runAffiliation.risk')}
          hint={t('runAffiliation.riskHint')}
          rows={4}
        />
        <TextAreaField
          name="programme"
          label={t('runAffiliation.programme')}
          hint={t('runAffiliation.programmeHint')}
          rows={4}
        />
      </Form>
    </section>
  );
}

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
  const form = useForm({
    initial: writtenBefore(group),
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

/** What the group handed in last; a new year has a new programme. */
function writtenBefore({ affiliationSubmission: last, constitution }: RunPartProps['group']) {
  const text = last ?? {
    constitutionText: constitution?.text,
    constitutionLink: constitution?.link,
    riskStatement: '',
    programme: '',
    status: 'SUBMITTED',
  };
  return {
    constitutionText: text.constitutionText ?? '',
    constitutionLink: text.constitutionLink ?? '',
    riskStatement: text.riskStatement,
    programme: text.status === 'CHANGES_REQUESTED' ? text.programme : '',
  };
}

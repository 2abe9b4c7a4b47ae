import type { ReactElement } from 'react';
import { Form, RadioField, TextAreaField, useForm, useTexts } from '@guildhall/ui';
import type { NewFact } from '../generated/graphql.js';
import { graphql, withFaults } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';

const askDocument = withFaults(
  graphql(`
    mutation AskReopening($input: AskReopeningInput!) {
      askReopening(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

const facts: readonly NewFact[] = ['NEW_EVIDENCE', 'PROMISE_NOT_KEPT', 'HAPPENED_AGAIN', 'PROCEDURE_WAS_WRONG'];
const initial: { readonly fact: NewFact; readonly statement: string } = { fact: 'NEW_EVIDENCE', statement: '' };

/** Says what is new. The advice manager decides by its kind; the words are read by the case worker alone. */
export function ReopeningForm({
  caseId,
  onDone,
}: {
  readonly caseId: string;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const ask = useAction(askDocument, (data) => data.askReopening);
  const form = useForm({
    initial,
    submit: (values, idempotencyKey) => ask({ input: { ...values, caseId, idempotencyKey } }),
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('course.askSave')}>
      <RadioField
        name="fact"
        label={t('course.whatIsNew')}
        options={facts.map((fact) => ({ value: fact, label: t(`course.newFact.${fact}`) }))}
      />
      <TextAreaField name="statement" label={t('course.statement')} hint={t('course.statementHint')} />
    </Form>
  );
}

import { Card, Form, SoftText, TextAreaField, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { DeclareMediatorTiesDocument } from '../generated/mediations/graphql.js';

/** Lets a mediator name whom they are tied to; only how many names there are can be read back. */
export function TiesCard({ count, onDone }: { readonly count: number; readonly onDone: () => void }): ReactElement {
  const { t } = useTexts();
  const declare = useGraphMutation(DeclareMediatorTiesDocument);
  const form = useForm({
    initial: { names: '' },
    submit: async ({ names }) => {
      const told = names
        .split('\n')
        .map((name) => name.trim())
        .filter((name) => name !== '');
      const { data, problem } = await declare({ input: { names: told } });
      return { result: data?.declareMediatorTies, problem };
    },
    onDone,
  });
  return (
    <Card>
      <h2>{t('mediations.ties')}</h2>
      <SoftText>{t('mediations.tiesLead', { count })}</SoftText>
      <Form form={form} submitLabel={t('mediations.tiesSave')} submitLook="plain">
        <TextAreaField name="names" label={t('mediations.tiesNames')} hint={t('mediations.tiesHint')} rows={4} />
      </Form>
    </Card>
  );
}

import type { ReactElement } from 'react';
import { Form, TextField, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import { CreateWebhookDocument } from '../generated/graphql.js';
import type { MadeSecret } from '../department/use-secret.js';

/** The department, and what to do with the secret of a new webhook. */
export type CreateWebhookFormProps = { readonly departmentId: string; readonly onDone: (made: MadeSecret) => void };

/** Adds an address that is told from now on. */
export function CreateWebhookForm({ departmentId, onDone }: CreateWebhookFormProps): ReactElement {
  const { t } = useTexts();
  const create = useGraphMutation(CreateWebhookDocument);
  const form = useForm({
    initial: { url: '', description: '' },
    submit: async (values) => {
      const { data, problem } = await create({ input: { departmentId, ...values } });
      return { result: data?.createWebhook, problem };
    },
    onDone: (result) => {
      form.change('url', '');
      form.change('description', '');
      if (result.__typename === 'CreateWebhookSuccess') onDone({ secret: result.secret });
    },
  });
  return (
    <Form form={form} submitLabel={t('webhook.add')}>
      <TextField name="url" type="url" label={t('webhook.url')} hint={t('webhook.urlHint')} />
      <TextField name="description" label={t('webhook.description')} hint={t('webhook.descriptionHint')} />
    </Form>
  );
}

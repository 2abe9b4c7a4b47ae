import { Form, TextAreaField, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { TemplateChoice } from '../intake/TemplateChoice.js';
import { PostCaseMessageDocument } from '../generated/case/graphql.js';

/** Writes to the student. A repeated press sends nothing twice. */
export function MessageForm({
  caseId,
  onDone,
}: {
  readonly caseId: string;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const post = useGraphMutation(PostCaseMessageDocument);
  const form = useForm({
    initial: { body: '' },
    submit: async ({ body }, idempotencyKey) => {
      const { data, problem } = await post({ input: { caseId, body, idempotencyKey } });
      return { result: data?.postCaseMessage, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('message.send')}>
      <TemplateChoice caseId={caseId} onChoose={(body) => form.change('body', body)} />
      <TextAreaField name="body" label={t('message.body')} hint={t('message.hint')} rows={4} />
    </Form>
  );
}

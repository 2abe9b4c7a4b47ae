import { Form, TextAreaField, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { RequestExportDocument } from '../generated/course-forms/graphql.js';

/** The case, the names known already, and what follows. */
export type RequestExportFormProps = {
  readonly caseId: string;
  readonly names: readonly string[];
  readonly onDone: () => void;
};

/** Asks for a bundle; one name a line is taken out of it. */
export function RequestExportForm({ caseId, names, onDone }: RequestExportFormProps): ReactElement {
  const { t } = useTexts();
  const request = useGraphMutation(RequestExportDocument);
  const form = useForm({
    initial: { redactions: names.join('\n') },
    submit: async (values, idempotencyKey) => {
      const redactions = values.redactions.split('\n').filter((name) => name.trim() !== '');
      const { data, problem } = await request({ input: { caseId, redactions, idempotencyKey } });
      return { result: data?.requestExport, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('bundle.requestSave')}>
      <TextAreaField name="redactions" rows={4} label={t('bundle.redactions')} hint={t('bundle.redactionsHint')} />
    </Form>
  );
}

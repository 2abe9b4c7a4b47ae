import { campusInstant, Form, TextField, useForm, useGraphMutation, useTexts, useWebConfig } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { requireFilled } from '../blocks/require-filled.js';
import { RecordCompletionLetterDocument } from '../generated/course-forms/graphql.js';

/** Records the letter that ends the university's procedure. */
export function LetterForm({ caseId, onDone }: { readonly caseId: string; readonly onDone: () => void }): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const record = useGraphMutation(RecordCompletionLetterDocument);
  const form = useForm({
    initial: { issuedAt: '' },
    submit: async ({ issuedAt: day }) => {
      const issuedAt = campusInstant(day, campusZone);
      const missing = requireFilled({ issuedAt });
      if (missing !== undefined) return missing;
      const { data, problem } = await record({ input: { caseId, issuedAt } });
      return { result: data?.recordCompletionLetter, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('course.letterSave')}>
      <SoftHint />
      <TextField name="issuedAt" type="date" label={t('course.letterDate')} />
    </Form>
  );
}

function SoftHint(): ReactElement {
  const { t } = useTexts();
  return <p>{t('course.letterHint')}</p>;
}

import { Form, TextAreaField, useForm, useTexts, type Outcome } from '@guildhall/ui';
import type { ReactElement } from 'react';

/** A decision with words that the people concerned read. */
export function ReasonForm({
  name,
  label,
  submitLabel,
  onRun,
  onDone,
}: {
  readonly name: 'reason' | 'note';
  readonly label: string;
  readonly submitLabel: string;
  readonly onRun: (words: string) => Promise<Outcome>;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const form = useForm({ initial: { [name]: '' }, submit: (values) => onRun(values[name] ?? ''), onDone });
  return (
    <Form form={form} submitLabel={submitLabel}>
      <TextAreaField name={name} label={label} hint={t('approvals.reasonHint')} rows={4} />
    </Form>
  );
}

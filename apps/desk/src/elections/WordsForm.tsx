import { Form, TextAreaField, useForm, type Outcome } from '@guildhall/ui';
import type { ReactElement, ReactNode } from 'react';

/** A decision that comes with words. */
export type WordsFormProps = {
  readonly name: 'reason' | 'ruling';
  readonly label: string;
  readonly hint: string;
  readonly submitLabel: string;
  /** For what cannot be taken back. */
  readonly isGrave?: boolean;
  /** What to know before the words are written. */
  readonly children?: ReactNode;
  readonly onRun: (words: string) => Promise<Outcome>;
  readonly onDone: () => void;
};

/** Asks for the words of a decision and sends it. */
export function WordsForm({
  name,
  label,
  hint,
  submitLabel,
  isGrave,
  children,
  onRun,
  onDone,
}: WordsFormProps): ReactElement {
  const form = useForm({ initial: { [name]: '' }, submit: (values) => onRun(values[name] ?? ''), onDone });
  return (
    <Form form={form} submitLabel={submitLabel} submitLook={isGrave === true ? 'danger' : 'primary'}>
      {children}
      <TextAreaField name={name} label={label} hint={hint} rows={4} />
    </Form>
  );
}

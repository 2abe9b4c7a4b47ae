import type { ReactElement } from 'react';
import { Form, TextAreaField, useForm, type Outcome } from '@guildhall/ui';
import { recallWords, useKeptWords } from './use-kept-words.js';

type WordsFormProps = {
  /** What the words are kept under until they are sent. */
  readonly keptAs: string;
  /** The field of the mutation's input. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly submitLabel: string;
  readonly rows: number;
  readonly onSend: (words: string) => Promise<Outcome>;
  readonly onDone: () => void;
};

/** One long text to write and send. What is typed stays through a reload, until it is sent. */
export function WordsForm(props: WordsFormProps): ReactElement {
  const { keptAs, name, label, hint, submitLabel, rows, onSend, onDone } = props;
  const form = useForm({
    initial: { [name]: recallWords(keptAs) },
    submit: (values) => onSend(String(values[name] ?? '')),
    onDone: () => {
      form.change(name, '');
      onDone();
    },
  });
  useKeptWords(keptAs, form.values[name]);
  return (
    <Form form={form} submitLabel={submitLabel} submitLook="plain">
      <TextAreaField name={name} label={label} hint={hint} rows={rows} />
    </Form>
  );
}

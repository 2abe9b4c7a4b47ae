import { useState } from 'react';
import { useForm, type FormState, type FormValues, type MutationResult, type Outcome } from '@guildhall/ui';
import { keptDraft } from './kept-draft.js';

type KeptFormOptions<Values extends FormValues, Result extends MutationResult> = {
  /** Where what is typed is kept in this tab. */
  readonly place: string;
  readonly initial: Values;
  readonly submit: (values: Values, idempotencyKey: string) => Promise<Outcome<Result>>;
  readonly onDone: () => void;
};

/**
 * A form that loses nothing: what is typed is kept in this tab until it is saved, through a lost connection, a page left by
 * mistake, and a new sign-in. `isKept` says that what it begins with was not saved.
 */
export function useKeptForm<Values extends FormValues, Result extends MutationResult>({
  place,
  initial,
  submit,
  onDone,
}: KeptFormOptions<Values, Result>): { readonly form: FormState; readonly isKept: boolean } {
  const [draft] = useState(() => keptDraft(place));
  const [found] = useState(() => draft.read(initial));
  const form = useForm({
    initial: found ?? initial,
    submit,
    onDone: () => {
      draft.forget();
      onDone();
    },
  });
  return {
    isKept: found !== undefined,
    form: {
      ...form,
      change(name, value) {
        draft.write({ ...form.values, [name]: value });
        form.change(name, value);
      },
    },
  };
}

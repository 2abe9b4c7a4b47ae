import { useRef, useState } from 'react';
import type { Outcome } from '../blocks/ResultNotice.js';
import type { FieldProblem, MutationResult } from '../blocks/user-error.js';
import { isUserError } from '../blocks/user-error.js';

/** What one field of a form may hold. */
export type FieldValue = string | boolean | readonly string[];

/** The values of a form, by the path of each field inside the mutation's `input`. */
export type FormValues = Readonly<Record<string, FieldValue>>;

/** What a form begins with and what it does. */
export type FormOptions<Values extends FormValues, Result extends MutationResult> = {
  readonly initial: Values;
  /**
   * Sends the values. The key is the same as long as the values are, so that a repeated press is one intent, and a new one
   * once they change or all went well.
   */
  readonly submit: (values: Values, idempotencyKey: string) => Promise<Outcome<Result>>;
  readonly onDone?: (result: Result) => void;
};

/** A form as its fields see it. */
export type FormState = {
  readonly values: FormValues;
  readonly outcome?: Outcome;
  readonly isBusy: boolean;
  change(name: string, value: FieldValue): void;
  problemOf(name: string): FieldProblem | undefined;
  submit(): Promise<void>;
};

/** Keeps the values of a form, sends them, and hands each problem to the field it belongs to. */
export function useForm<Values extends FormValues, Result extends MutationResult>(
  options: FormOptions<Values, Result>,
): FormState {
  const { initial, submit, onDone } = options;
  const [values, setValues] = useState<Values>(initial);
  const [outcome, setOutcome] = useState<Outcome<Result>>();
  const [isBusy, setBusy] = useState(false);
  const key = useRef<string>(undefined);
  const problems = outcome?.result?.fields ?? [];
  const send = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    key.current ??= crypto.randomUUID();
    const next = await submit(values, key.current);
    setBusy(false);
    setOutcome(next);
    if (next.result === undefined || isUserError(next.result)) return;
    key.current = undefined;
    onDone?.(next.result);
  };
  return {
    values,
    outcome,
    isBusy,
    change(name, value) {
      key.current = undefined;
      setValues((known) => ({ ...known, [name]: value }));
    },
    problemOf: (name) => problems.find(({ path }) => path === name),
    submit: send,
  };
}

import type { ReactElement, ReactNode } from 'react';
import { useId } from 'react';
import { describeFieldProblem } from '../blocks/user-error.js';
import { Icon } from '../icons/Icon.js';
import { useTexts } from '../texts/texts.js';
import { useFormAround } from './Form.js';
import styles from './forms.module.css';
import type { FieldValue } from './use-form.js';

/** What every field has. `name` is the path of the field inside the mutation's `input`. */
export type FieldProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Optional fields say so; required ones are the rule. */
  readonly isOptional?: boolean;
};

/** What a control must carry so that label, hint and problem belong to it. */
export type ControlBinding = {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
};

/** The value of a field and the way to change it. */
export type FieldBinding = { readonly value: FieldValue | undefined; change(value: FieldValue): void };

/** Binds a field to the form around it by name. */
export function useField(name: string): FieldBinding {
  const form = useFormAround();
  return { value: form.values[name], change: (value) => form.change(name, value) };
}

/** Label, hint, control and problem, tied together for those who see them and for those who hear them. */
export function Field({
  name,
  label,
  hint,
  isOptional = false,
  children,
}: FieldProps & { readonly children: (control: ControlBinding) => ReactNode }): ReactElement {
  const { t } = useTexts();
  const id = useId();
  const problem = useFormAround().problemOf(name);
  const described = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`]
    .filter(Boolean)
    .join(' ');
  const control: ControlBinding = {
    id,
    name,
    'aria-describedby': described || undefined,
    'aria-invalid': problem === undefined ? undefined : true,
    'aria-required': isOptional ? undefined : true,
  };
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label} {isOptional && <span className={styles.optional}>({t('form.optional')})</span>}
      </label>
      {hint !== undefined && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
      {children(control)}
      {problem !== undefined && (
        <span id={`${id}-problem`} className={styles.problem}>
          <Icon name="alert" size="1.1em" />
          {describeFieldProblem(t, problem)}
        </span>
      )}
    </div>
  );
}

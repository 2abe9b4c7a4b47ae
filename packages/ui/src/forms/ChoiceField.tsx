import type { ReactElement } from 'react';
import { useId } from 'react';
import { Icon } from '../icons/Icon.js';
import { useTexts } from '../texts/texts.js';
import { describeFieldProblem } from '../blocks/user-error.js';
import type { FieldProps } from './Field.js';
import { Field, useField } from './Field.js';
import { useFormAround } from './Form.js';
import styles from './forms.module.css';

/** One thing to choose. */
export type Option = { readonly value: string; readonly label: string };

/** A field with a closed list of answers. */
export type ChoiceFieldProps = FieldProps & { readonly options: readonly Option[] };

/** One of many, from a list that opens. For five or fewer, `RadioField` shows them all at once. */
export function SelectField({ options, ...field }: ChoiceFieldProps): ReactElement {
  const { t } = useTexts();
  const { value, change } = useField(field.name);
  return (
    <Field {...field}>
      {(control) => (
        <select
          {...control}
          className={styles.input}
          value={typeof value === 'string' ? value : ''}
          onChange={({ target }) => change(target.value)}
        >
          <option value="">{t('form.choose')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** One of a few, all in sight. */
export function RadioField({ options, name, label, hint }: ChoiceFieldProps): ReactElement {
  const { value, change } = useField(name);
  return (
    <ChoiceSet {...{ name, label, hint }}>
      {options.map((option) => (
        <label key={option.value} className={styles.choice}>
          <input type="radio" name={name} checked={value === option.value} onChange={() => change(option.value)} />
          {option.label}
        </label>
      ))}
    </ChoiceSet>
  );
}

/** Any number of a few; the value is the list of those chosen, in the order of the options. */
export function CheckboxesField({ options, name, label, hint }: ChoiceFieldProps): ReactElement {
  const { value, change } = useField(name);
  const chosen: readonly string[] = typeof value === 'object' ? value : [];
  const toggle = (toggled: string, isOn: boolean): void =>
    change(options.map((option) => option.value).filter((each) => (each === toggled ? isOn : chosen.includes(each))));
  return (
    <ChoiceSet {...{ name, label, hint }}>
      {options.map((option) => (
        <label key={option.value} className={styles.choice}>
          <input
            type="checkbox"
            name={name}
            checked={chosen.includes(option.value)}
            onChange={({ target }) => toggle(option.value, target.checked)}
          />
          {option.label}
        </label>
      ))}
    </ChoiceSet>
  );
}

/** A single yes or no. */
export function CheckboxField({ name, label }: Pick<FieldProps, 'name' | 'label'>): ReactElement {
  const { value, change } = useField(name);
  return (
    <label className={styles.choice}>
      <input type="checkbox" name={name} checked={value === true} onChange={({ target }) => change(target.checked)} />
      {label}
    </label>
  );
}

function ChoiceSet({
  name,
  label,
  hint,
  children,
}: Pick<FieldProps, 'name' | 'label' | 'hint'> & { readonly children: ReactElement[] }): ReactElement {
  const { t } = useTexts();
  const id = useId();
  const problem = useFormAround().problemOf(name);
  return (
    <fieldset className={styles.field} aria-describedby={problem === undefined ? undefined : `${id}-problem`}>
      <legend className={styles.label}>{label}</legend>
      {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      <div className={styles.choices}>{children}</div>
      {problem !== undefined && (
        <span id={`${id}-problem`} className={styles.problem}>
          <Icon name="alert" size="1.1em" />
          {describeFieldProblem(t, problem)}
        </span>
      )}
    </fieldset>
  );
}

import type { ReactElement } from 'react';
import { useId } from 'react';
import type { FieldProps } from './Field.js';
import { Field, useField } from './Field.js';
import styles from './forms.module.css';

/** A field of one line. The browser's own controls stand for dates and numbers: they speak every language and weigh nothing. */
export type TextFieldProps = FieldProps & {
  readonly type?: 'text' | 'email' | 'number' | 'date' | 'datetime-local' | 'url' | 'search';
  readonly autoComplete?: string;
  /** What is usually written here; anything else may be. */
  readonly suggestions?: readonly string[];
};

/** One line of text, a number, a day or a time; the value is always the text of the control. */
export function TextField({
  type = 'text',
  autoComplete = 'off',
  suggestions,
  ...field
}: TextFieldProps): ReactElement {
  const { value, change } = useField(field.name);
  const listId = useId();
  return (
    <Field {...field}>
      {(control) => (
        <>
          <input
            {...control}
            type={type}
            autoComplete={autoComplete}
            list={suggestions && listId}
            className={styles.input}
            value={typeof value === 'string' ? value : ''}
            onChange={({ target }) => change(target.value)}
          />
          {suggestions && (
            <datalist id={listId}>
              {suggestions.map((suggestion) => (
                <option key={suggestion} value={suggestion} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

/** Several lines of text. */
export function TextAreaField({ rows = 5, ...field }: FieldProps & { readonly rows?: number }): ReactElement {
  const { value, change } = useField(field.name);
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          {...control}
          rows={rows}
          className={styles.input}
          value={typeof value === 'string' ? value : ''}
          onChange={({ target }) => change(target.value)}
        />
      )}
    </Field>
  );
}

import { useId, type ReactElement } from 'react';
import styles from './quiz.module.css';

type PlainFieldProps = {
  readonly label: string;
  readonly value: string;
  /** Several lines when given. */
  readonly rows?: number;
  readonly problem?: string;
  readonly onChange: (value: string) => void;
};

/** A labelled field outside a form of the design system, for lists that grow. */
export function PlainField({ label, value, rows, problem, onChange }: PlainFieldProps): ReactElement {
  const id = useId();
  const control = {
    id,
    value,
    'aria-invalid': problem === undefined ? undefined : (true as const),
    'aria-describedby': problem === undefined ? undefined : `${id}-problem`,
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? (
        <input {...control} autoComplete="off" onChange={({ target }) => onChange(target.value)} />
      ) : (
        <textarea {...control} rows={rows} onChange={({ target }) => onChange(target.value)} />
      )}
      {problem !== undefined && (
        <span id={`${id}-problem`} className={styles.problem}>
          {problem}
        </span>
      )}
    </div>
  );
}

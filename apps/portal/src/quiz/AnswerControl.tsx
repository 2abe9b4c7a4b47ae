import { useId, type ReactElement } from 'react';
import { useTexts } from '@guildhall/ui';
import type { Asked, Given } from './given.js';
import { OrderControl } from './OrderControl.js';
import styles from './quiz.module.css';

/** A question and what was said to it so far. */
export type AnswerControlProps = {
  readonly asked: Asked;
  readonly given: Given;
  readonly onGive: (given: Given) => void;
  /** Called when somebody has finished typing. */
  readonly onLeave?: () => void;
  /** What cannot be read of it, if anything. */
  readonly problem?: string;
};

/** A question with the means to answer it; what is chosen and typed stays as it is. */
export function AnswerControl(props: AnswerControlProps): ReactElement {
  const { t } = useTexts();
  const { kind, prompt, language } = props.asked;
  return (
    <fieldset className={styles.set}>
      <legend className={styles.prompt} lang={language ?? undefined}>
        {prompt}
      </legend>
      {kind === 'MULTIPLE_CHOICE' && <p>{t('quiz.chooseAll')}</p>}
      {kind === 'ORDERING' && <p>{t('quiz.putInOrder')}</p>}
      <Control {...props} />
    </fieldset>
  );
}

function Control(props: AnswerControlProps): ReactElement {
  const { kind } = props.asked;
  if (kind === 'ORDERING') return <OrderControl {...props} />;
  if (kind === 'NUMERIC' || kind === 'SHORT_TEXT') return <TypedControl {...props} />;
  return <ChoiceControl {...props} />;
}

function ChoiceControl({ asked: { kind, choices, language }, given, onGive }: AnswerControlProps): ReactElement {
  const { t } = useTexts();
  const name = useId();
  const isMany = kind === 'MULTIPLE_CHOICE';
  const choose = (place: number, isOn: boolean): void => {
    const others = isMany ? given.choices.filter((chosen) => chosen !== place) : [];
    onGive({ ...given, choices: isOn ? [...others, place] : others });
  };
  const wordOf = (place: number, text: string): string =>
    kind === 'TRUE_FALSE' ? t(place === 1 ? 'quiz.true' : 'quiz.false') : text;
  return (
    <div className={styles.choices}>
      {choices.map(({ place, text }) => (
        <label key={place} className={styles.choice} lang={kind === 'TRUE_FALSE' ? undefined : (language ?? undefined)}>
          <input
            type={isMany ? 'checkbox' : 'radio'}
            name={name}
            checked={given.choices.includes(place)}
            onChange={({ target }) => choose(place, target.checked)}
          />
          {wordOf(place, text)}
        </label>
      ))}
    </div>
  );
}

function TypedControl({ asked: { kind, unit }, given, onGive, onLeave, problem }: AnswerControlProps): ReactElement {
  const { t } = useTexts();
  const id = useId();
  return (
    <div className={styles.line}>
      <label htmlFor={id}>{t(kind === 'NUMERIC' ? 'quiz.yourNumber' : 'quiz.yourWords')}</label>
      <input
        id={id}
        className={styles.short}
        inputMode={kind === 'NUMERIC' ? 'decimal' : undefined}
        maxLength={200}
        autoComplete="off"
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        value={given.text}
        onChange={({ target }) => onGive({ ...given, text: target.value })}
        onBlur={onLeave}
      />
      {unit && <span>{unit}</span>}
      {problem !== undefined && (
        <span id={`${id}-problem`} className={styles.problem}>
          {problem}
        </span>
      )}
    </div>
  );
}

import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { buttonClass, Icon, useTexts, Veiled } from '@guildhall/ui';
import { choiceIn, stateOf, type Choices } from './ballot-choice.js';
import type { PaperContest } from './ballot-documents.js';
import styles from './elections.module.css';

type PaperStepsProps = {
  readonly contests: readonly PaperContest[];
  readonly choices: Choices;
  /** The number of the contest that is shown; the check comes after the last. */
  readonly step: number;
  readonly onGo: (step: number) => void;
};

/** The contests of the paper and the check at its end, with what is decided; each can be gone to. */
export function PaperSteps({ contests, choices, step, onGo }: PaperStepsProps): ReactElement {
  const { t } = useTexts();
  return (
    <nav aria-label={t('elections.steps')}>
      <ol className={styles.steps}>
        {contests.map(({ id, position }, index) => {
          const state = stateOf(choiceIn(choices, id));
          return (
            <li key={id}>
              <StepButton isCurrent={index === step} isDone={state !== 'UNDECIDED'} onGo={() => onGo(index)}>
                {position.title}
                <Veiled>: {t(`elections.choice.${state}`)}</Veiled>
              </StepButton>
            </li>
          );
        })}
        <li>
          <StepButton isCurrent={step === contests.length} isDone={false} onGo={() => onGo(contests.length)}>
            {t('elections.check')}
          </StepButton>
        </li>
      </ol>
    </nav>
  );
}

type StepButtonProps = {
  readonly isCurrent: boolean;
  readonly isDone: boolean;
  readonly onGo: () => void;
  readonly children: ReactNode;
};

function StepButton({ isCurrent, isDone, onGo, children }: StepButtonProps): ReactElement {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isCurrent) button.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isCurrent]);
  return (
    <button
      ref={button}
      type="button"
      className={buttonClass}
      data-look="choice"
      aria-current={isCurrent ? 'step' : undefined}
      onClick={onGo}
    >
      {isDone && <Icon name="check" size="1em" />}
      <span>{children}</span>
    </button>
  );
}

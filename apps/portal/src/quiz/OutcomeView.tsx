import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { StatusBadge, useTexts } from '@guildhall/ui';
import type { Asked, GraphAnswer } from './given.js';
import styles from './quiz.module.css';
import { useAnswerWords } from './use-answer-words.js';

/** What came of an answer. */
export type ShownOutcome = {
  readonly isRight: boolean;
  readonly feedback: readonly string[];
  readonly explanation?: string | null;
  readonly rightAnswer?: GraphAnswer | null;
  readonly resource?: { readonly id: string; readonly title: string } | null;
};

type OutcomeViewProps = {
  readonly asked: Asked;
  readonly answer?: GraphAnswer | null;
  readonly outcome: ShownOutcome;
};

/** Whether an answer was right, what its author says to it, what would have been right and where to read on. */
export function OutcomeView({ asked, answer, outcome }: OutcomeViewProps): ReactElement {
  const { t } = useTexts();
  const wordsOf = useAnswerWords(asked);
  const { isRight, feedback, explanation, rightAnswer, resource } = outcome;
  const language = asked.language ?? undefined;
  return (
    <div className={styles.outcome}>
      <div className={styles.line}>
        <StatusBadge tone={isRight ? 'good' : 'warn'}>{t(isRight ? 'quiz.right' : 'quiz.wrong')}</StatusBadge>
        <span>{answer ? t('quiz.youSaid', { answer: wordsOf(answer) }) : t('quiz.noAnswer')}</span>
      </div>
      {feedback.map((words) => (
        <p key={words} lang={language}>
          {words}
        </p>
      ))}
      {!isRight && rightAnswer && <p>{t('quiz.rightIs', { answer: wordsOf(rightAnswer) })}</p>}
      {explanation && <p lang={language}>{explanation}</p>}
      {resource && (
        <Link to="/library/$resourceId" params={{ resourceId: resource.id }}>
          {t('quiz.readOn', { title: resource.title })}
        </Link>
      )}
    </div>
  );
}

import { useEffect, type ReactElement } from 'react';
import { Button, Card, ResultNotice, SoftText, useTexts } from '@guildhall/ui';
import { AnswerControl } from './AnswerControl.js';
import { isGiven } from './given.js';
import type { ShownQuestion } from './quiz-documents.js';
import { useSaveAnswer, type SaveState } from './use-save-answer.js';

/** What the paper knows of one question: how to send what waits, and whether it is answered. */
export type QuestionHandle = { readonly flush: () => Promise<void>; readonly isAnswered: boolean };

type QuestionCardProps = {
  readonly attemptId: string;
  readonly shown: ShownQuestion;
  readonly count: number;
  /** Called whenever it changes, so that the paper can send what waits before it is handed in. */
  readonly onHandle: (position: number, handle: QuestionHandle) => void;
};

/** One question of an attempt, saved by itself. */
export function QuestionCard({ attemptId, shown, count, onHandle }: QuestionCardProps): ReactElement {
  const { t } = useTexts();
  const { given, state, outcome, give, flush, again } = useSaveAnswer(attemptId, shown);
  const isAnswered = isGiven(given);
  useEffect(() => onHandle(shown.position, { flush, isAnswered }));
  return (
    <Card as="li">
      <SoftText isSmall>{t('quiz.questionOf', { place: shown.position, count })}</SoftText>
      <AnswerControl
        asked={shown.question}
        given={given}
        onGive={give}
        onLeave={() => void flush()}
        problem={state === 'NO_NUMBER' ? t('quiz.noNumber') : undefined}
      />
      <Saved state={state} />
      <ResultNotice outcome={outcome} />
      {state === 'NOT_SAVED' && <Button onPress={again}>{t('quiz.saveAgain')}</Button>}
    </Card>
  );
}

const words: Readonly<Partial<Record<SaveState, string>>> = { SAVING: 'quiz.saving', SAVED: 'quiz.saved' };

function Saved({ state }: { readonly state: SaveState }): ReactElement {
  const { t } = useTexts();
  const word = words[state];
  return (
    <div role="status">
      <SoftText isSmall>{word === undefined ? '\u00a0' : t(word)}</SoftText>
    </div>
  );
}

import { useEffect, useRef, useState } from 'react';
import { isUserError, type Outcome } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { givenFrom, toAnswer, type Given } from './given.js';
import { answerDocument, type ShownQuestion } from './quiz-documents.js';

/** How an answer stands between the page and the graph. */
export type SaveState = 'NOTHING' | 'SAVING' | 'SAVED' | 'NOT_SAVED' | 'NO_NUMBER';

const pauseMs = 700;

/** Keeps the answer to one question and saves it: a choice at once, words when one stops typing or goes on. */
export function useSaveAnswer(attemptId: string, shown: ShownQuestion) {
  const { position, question, answer } = shown;
  const [given, setGiven] = useState<Given>(() => givenFrom(answer));
  const [state, setState] = useState<SaveState>(answer ? 'SAVED' : 'NOTHING');
  const [outcome, setOutcome] = useState<Outcome>();
  const send = useAction(answerDocument, (data) => data.answerQuizQuestion);
  const waiting = useRef<Given>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const order = useRef(Promise.resolve());
  useEffect(() => () => clearTimeout(timer.current), []);

  const save = async (next: Given): Promise<void> => {
    const value = toAnswer(question.kind, next);
    if (value === undefined) return setState('NO_NUMBER');
    setState('SAVING');
    const result = await send({
      input: { attemptId, position, answer: { ...value, choices: [...value.choices] } },
    });
    const hasFailed = result.problem !== undefined || (result.result !== undefined && isUserError(result.result));
    setOutcome(hasFailed ? result : undefined);
    setState(hasFailed ? 'NOT_SAVED' : 'SAVED');
  };
  /** Sends what waits, after what was sent before. */
  const flush = (): Promise<void> => {
    clearTimeout(timer.current);
    const next = waiting.current;
    waiting.current = undefined;
    if (next !== undefined) order.current = order.current.then(() => save(next));
    return order.current;
  };
  const give = (next: Given): void => {
    setGiven(next);
    waiting.current = next;
    clearTimeout(timer.current);
    const isTyped = question.kind === 'NUMERIC' || question.kind === 'SHORT_TEXT';
    if (isTyped) timer.current = setTimeout(() => void flush(), pauseMs);
    else void flush();
  };
  const again = (): void => {
    waiting.current = given;
    void flush();
  };
  return { given, state, outcome, give, flush, again };
}

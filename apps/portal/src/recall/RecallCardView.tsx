import { useRef, useState, type ReactElement } from 'react';
import { Button, Cluster, isUserError, ResultNotice, Stack, useTexts, type Outcome } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { AnswerControl } from '../quiz/AnswerControl.js';
import { givenFrom, nothingGiven, toAnswer, type Given } from '../quiz/given.js';
import { OutcomeView } from '../quiz/OutcomeView.js';
import { answerCardDocument, type ShownCard } from './recall-documents.js';
import { RecallRatings } from './RecallRatings.js';

type RecallCardViewProps = { readonly card: ShownCard; readonly onRated: () => void };

/** One card: its question, then what came of the answer and when it shall come back. */
export function RecallCardView({ card, onRated }: RecallCardViewProps): ReactElement {
  const { t } = useTexts();
  const { question, answer, outcome, viewerActions } = card;
  const [given, setGiven] = useState<Given>(() => givenFrom(answer));
  const [told, setTold] = useState<Outcome>();
  const [isNoNumber, setNoNumber] = useState(false);
  const isBusy = useRef(false);
  const send = useAction(answerCardDocument, (data) => data.answerRecallCard);
  const submit = async (said: Given): Promise<void> => {
    const value = toAnswer(question.kind, said);
    setNoNumber(value === undefined);
    if (value === undefined || isBusy.current) return;
    isBusy.current = true;
    const next = await send({ input: { cardId: card.id, answer: { ...value, choices: [...value.choices] } } });
    isBusy.current = false;
    const hasFailed = next.problem !== undefined || (next.result !== undefined && isUserError(next.result));
    setTold(hasFailed ? next : undefined);
  };
  if (viewerActions.includes('RATE') && outcome)
    return (
      <Stack>
        <strong lang={question.language ?? undefined}>{question.prompt}</strong>
        <div role="status">
          <OutcomeView asked={question} answer={isEmpty(answer) ? undefined : answer} outcome={outcome} />
        </div>
        <RecallRatings card={card} onRated={onRated} />
      </Stack>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit(given);
      }}
    >
      <Stack>
        <AnswerControl
          asked={question}
          given={given}
          onGive={setGiven}
          problem={isNoNumber ? t('quiz.noNumber') : undefined}
        />
        <ResultNotice outcome={told} />
        {viewerActions.includes('ANSWER') && (
          <Cluster>
            <Button type="submit" look="primary">
              {t('recall.check')}
            </Button>
            <Button onPress={() => void submit(nothingGiven)}>{t('recall.doNotKnow')}</Button>
          </Cluster>
        )}
      </Stack>
    </form>
  );
}

function isEmpty(answer: ShownCard['answer']): boolean {
  return !answer || (answer.choices.length === 0 && answer.number == null && answer.text == null);
}

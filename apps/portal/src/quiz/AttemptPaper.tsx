import { useRef, useState, type ReactElement } from 'react';
import { ActionButton, Cluster, Notice, ResultNotice, Stack, useTexts, type Outcome } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { QuestionCard, type QuestionHandle } from './QuestionCard.js';
import { finishDocument, type OpenAttempt } from './quiz-documents.js';
import { TimeLeft } from './TimeLeft.js';
import styles from './quiz.module.css';

type AttemptPaperProps = { readonly attempt: OpenAttempt; readonly onEnd: () => void };

/** An attempt that is being answered. Every answer is kept on the server, so one may leave and come back. */
export function AttemptPaper({ attempt, onEnd }: AttemptPaperProps): ReactElement {
  const { t } = useTexts();
  const { id, questions, endsAt, viewerActions } = attempt;
  const handles = useRef(new Map<number, QuestionHandle>());
  const [open, setOpen] = useState(() => questions.filter(({ answer }) => !answer).length);
  const [outcome, setOutcome] = useState<Outcome>();
  const finish = useAction(finishDocument, (data) => data.finishQuizAttempt);
  const keep = (position: number, handle: QuestionHandle): void => {
    handles.current.set(position, handle);
    setOpen([...handles.current.values()].filter(({ isAnswered }) => !isAnswered).length);
  };
  const handIn = async (): Promise<Outcome> => {
    await Promise.all([...handles.current.values()].map(({ flush }) => flush()));
    return finish({ input: { attemptId: id } });
  };
  // The platform may have ended it first: either way the page shows what came of it.
  const whenUp = async (): Promise<void> => {
    const ended = await finish({ input: { attemptId: id } });
    if (ended.problem === undefined) onEnd();
    else setOutcome(ended);
  };
  return (
    <Stack>
      {endsAt && <TimeLeft endsAt={endsAt} onUp={() => void whenUp()} />}
      <Notice>{t('quiz.keptAsYouGo')}</Notice>
      <ol className={styles.questions}>
        {questions.map((shown) => (
          <QuestionCard key={shown.position} attemptId={id} shown={shown} count={questions.length} onHandle={keep} />
        ))}
      </ol>
      <ResultNotice outcome={outcome} />
      <Cluster>
        <ActionButton
          viewerActions={viewerActions}
          action="FINISH"
          look="primary"
          label={t('quiz.handIn')}
          confirm={{
            title: t('quiz.handInTitle'),
            body: open === 0 ? t('quiz.allAnswered') : t('quiz.someOpen', { count: open }),
            label: t('quiz.handIn'),
          }}
          onRun={handIn}
          onDone={onEnd}
        />
      </Cluster>
    </Stack>
  );
}

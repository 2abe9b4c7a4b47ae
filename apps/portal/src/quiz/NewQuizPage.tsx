import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState, type ReactElement } from 'react';
import { Page, SignedIn, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { usePlaceParam } from '../parts/use-place.js';
import { draftDocument } from './edit-documents.js';
import { newQuiz, toInput } from './quiz-draft.js';
import { QuizForm } from './QuizForm.js';

export { words } from './words.js';

/** Writes the first version of the quiz behind a step. */
export function NewQuizPage(): ReactElement {
  const { t, language } = useTexts();
  const stepId = usePlaceParam('stepId');
  const navigate = useNavigate();
  const [quizId, setQuizId] = useState<string>();
  const send = useAction(draftDocument, (data) => data.draftQuizVersion);
  const [initial] = useState(() => newQuiz(crypto.randomUUID(), language === 'en' ? 'en' : 'zh-Hans'));
  useEffect(() => {
    // After the form has noticed that nothing is unsaved any more, so that it does not ask.
    if (quizId !== undefined) void navigate({ to: '/learning/quiz/$quizId/edit', params: { quizId } });
  }, [quizId]);
  return (
    <Page title={t('quizEdit.newTitle')} lead={t('quizEdit.newLead')}>
      <SignedIn>
        <QuizForm
          initial={initial}
          onSave={async (draft) => {
            const outcome = await send({ input: { stepId, ...toInput(draft) } });
            const { result } = outcome;
            if (result?.__typename === 'DraftQuizVersionSuccess') setQuizId(result.quizVersion.quiz?.id);
            return outcome;
          }}
          onSaved={() => undefined}
        />
      </SignedIn>
    </Page>
  );
}

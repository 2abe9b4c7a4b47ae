import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  ActionButton,
  buttonClass,
  Card,
  Cluster,
  EmptyState,
  Page,
  QueryView,
  Skeleton,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { usePlaceParam } from '../parts/use-place.js';
import { AttemptPaper } from './AttemptPaper.js';
import { PastAttempts } from './PastAttempts.js';
import { quizDocument, startDocument, type ShownQuiz } from './quiz-documents.js';
import { QuizFacts, StandingNotice } from './QuizFacts.js';

export { words } from './words.js';

/** One quiz: begin it, go on with it, see how it went before. */
export function QuizPage(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(quizDocument, { id: usePlaceParam('quizId') });
  const quiz = query.data?.quiz;
  return (
    <Page title={quiz?.title ?? t('quiz.title')} lead={quiz?.path?.title}>
      <QueryView
        query={query}
        skeleton={<Skeleton height="26rem" />}
        isEmpty={({ quiz: shown }) => shown === null || shown === undefined}
        empty={<EmptyState title={t('quiz.missing')}>{t('quiz.missingLead')}</EmptyState>}
      >
        {({ quiz: shown }) => shown && <QuizView quiz={shown} onChange={query.reload} />}
      </QueryView>
    </Page>
  );
}

function QuizView({ quiz, onChange }: { readonly quiz: ShownQuiz; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  const start = useAction(startDocument, (data) => data.startQuizAttempt);
  const open = quiz.viewerOpenAttempt;
  const showResult = (attemptId: string): void => {
    onChange();
    void navigate({ to: '/learning/quiz/attempt/$attemptId', params: { attemptId } });
  };
  if (open) return <AttemptPaper key={open.id} attempt={open} onEnd={() => showResult(open.id)} />;
  return (
    <Stack>
      <Card>
        <QuizFacts quiz={quiz} />
        <StandingNotice quiz={quiz} />
        <Cluster>
          <ActionButton
            viewerActions={quiz.viewerActions}
            action="START_ATTEMPT"
            look="primary"
            label={t(quiz.viewerBestPercent == null ? 'quiz.start' : 'quiz.startAgain')}
            onRun={() => start({ input: { quizId: quiz.id } })}
            onDone={onChange}
          />
          {quiz.path && (
            <Link className={buttonClass} data-look="plain" to="/learning/$pathId" params={{ pathId: quiz.path.id }}>
              {t('quiz.toPath')}
            </Link>
          )}
          <AuthorLink quiz={quiz} />
        </Cluster>
      </Card>
      {quiz.viewerBestPercent != null && <PastAttempts quizId={quiz.id} />}
    </Stack>
  );
}

/** The way to the questions, for whoever may do something about them. */
function AuthorLink({ quiz }: { readonly quiz: ShownQuiz }): ReactElement | null {
  const { t } = useTexts();
  const mayWrite = quiz.viewerActions.includes('DRAFT_VERSION');
  const mayChange = quiz.versions.some(({ viewerActions }) => viewerActions.length > 0);
  if (!mayWrite && !mayChange) return null;
  return (
    <Link className={buttonClass} data-look="quiet" to="/learning/quiz/$quizId/edit" params={{ quizId: quiz.id }}>
      {t('quiz.toQuestions')}
    </Link>
  );
}

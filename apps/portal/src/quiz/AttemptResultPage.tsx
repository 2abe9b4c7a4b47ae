import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
  Card,
  Cluster,
  EmptyState,
  Notice,
  Page,
  QueryView,
  Skeleton,
  SoftText,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { usePlaceParam } from '../parts/use-place.js';
import { attemptDocument, type ShownAttempt } from './quiz-documents.js';
import { StandingNotice } from './QuizFacts.js';
import { OutcomeView } from './OutcomeView.js';
import styles from './quiz.module.css';

export { words } from './words.js';

/** What came of one attempt, question by question. */
export function AttemptResultPage(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(attemptDocument, { id: usePlaceParam('attemptId') });
  const attempt = query.data?.quizAttempt;
  return (
    <Page
      title={attempt?.quiz?.title ?? t('quiz.result')}
      lead={attempt && t('quiz.attempt', { number: attempt.number })}
    >
      <QueryView
        query={query}
        skeleton={<Skeleton height="26rem" />}
        isEmpty={({ quizAttempt }) => quizAttempt === null || quizAttempt === undefined}
        empty={<EmptyState title={t('quiz.missing')}>{t('quiz.missingLead')}</EmptyState>}
      >
        {({ quizAttempt }) => quizAttempt && <ResultView attempt={quizAttempt} />}
      </QueryView>
    </Page>
  );
}

function ResultView({ attempt }: { readonly attempt: ShownAttempt }): ReactElement {
  const { t } = useTexts();
  const { questions, reveals } = attempt;
  return (
    <Stack>
      <Score attempt={attempt} />
      {reveals === 'VERDICTS' && <Notice>{t('quiz.verdictsOnly')}</Notice>}
      <ol className={styles.questions}>
        {questions.map(({ position, question, answer, outcome }) => (
          <Card key={position} as="li">
            <h2 className={styles.prompt} lang={question.language ?? undefined}>
              {question.prompt}
            </h2>
            {outcome && <OutcomeView {...{ answer, outcome }} asked={question} />}
          </Card>
        ))}
      </ol>
    </Stack>
  );
}

function Score({ attempt }: { readonly attempt: ShownAttempt }): ReactElement {
  const { t } = useTexts();
  const { status, percent, rightCount, questions, passPercent, quiz } = attempt;
  return (
    <Card>
      <Cluster>
        <StatusBadge tone={status === 'PASSED' ? 'good' : 'warn'}>{t(`quiz.status.${status}`)}</StatusBadge>
        <SoftText>{t('quiz.needed', { percent: passPercent })}</SoftText>
      </Cluster>
      {percent != null && <p className={styles.score}>{t('quiz.percent', { percent })}</p>}
      {rightCount != null && <p>{t('quiz.rightOf', { right: rightCount, count: questions.length })}</p>}
      {status !== 'OPEN' && <p>{t('quiz.comesBack')}</p>}
      {quiz && status === 'FAILED' && <StandingNotice quiz={quiz} />}
      <Ways quiz={quiz} />
    </Card>
  );
}

/** Where one may go from here. */
function Ways({ quiz }: Pick<ShownAttempt, 'quiz'>): ReactElement {
  const { t } = useTexts();
  return (
    <Cluster>
      {quiz && (
        <Link className={buttonClass} data-look="primary" to="/learning/quiz/$quizId" params={{ quizId: quiz.id }}>
          {t('quiz.toQuiz')}
        </Link>
      )}
      {quiz?.path && (
        <Link className={buttonClass} data-look="plain" to="/learning/$pathId" params={{ pathId: quiz.path.id }}>
          {t('quiz.toPath')}
        </Link>
      )}
      <Link className={buttonClass} data-look="plain" to="/learning/review">
        {t('quiz.toReview')}
      </Link>
    </Cluster>
  );
}

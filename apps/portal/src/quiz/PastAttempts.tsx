import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Card, DateTimeText, NextPage, QueryView, StatusBadge, useGraphQuery, useTexts } from '@guildhall/ui';
import { Row, Rows } from '../parts/Rows.js';
import { attemptsDocument } from './quiz-documents.js';

type PastAttemptsProps = { readonly quizId: string };

/** The attempts the viewer made before, newest first, each with the way to what came of it. */
export function PastAttempts({ quizId }: PastAttemptsProps): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('quiz.past')}</h2>
      <AttemptPage quizId={quizId} />
    </Card>
  );
}

function AttemptPage({ quizId, after }: PastAttemptsProps & { readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(attemptsDocument, { id: quizId, after });
  return (
    <QueryView query={query}>
      {({ quiz }) =>
        quiz && (
          <>
            <Rows>
              {quiz.viewerAttempts.edges.map(({ node }) => (
                <Row key={node.id}>
                  <Link to="/learning/quiz/attempt/$attemptId" params={{ attemptId: node.id }}>
                    {t('quiz.attempt', { number: node.number })}
                  </Link>
                  <StatusBadge tone={node.status === 'PASSED' ? 'good' : 'neutral'}>
                    {t(`quiz.status.${node.status}`)}
                  </StatusBadge>
                  {node.percent != null && <span>{t('quiz.percent', { percent: node.percent })}</span>}
                  <DateTimeText instant={node.startedAt} />
                </Row>
              ))}
            </Rows>
            <NextPage pageInfo={quiz.viewerAttempts.pageInfo}>
              {(cursor) => <AttemptPage quizId={quizId} after={cursor} />}
            </NextPage>
          </>
        )
      }
    </QueryView>
  );
}

import type { ReactElement } from 'react';
import {
  Card,
  EmptyState,
  NextPage,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { Facts } from '../parts/Facts.js';
import { Row, Rows } from '../parts/Rows.js';
import { usePlaceParam } from '../parts/use-place.js';
import { questionsDocument, type ShownQuestions } from './asking-documents.js';
import { QuestionsEditor } from './QuestionsEditor.js';

export { words } from './words.js';

/** What an activity asks of those who register, and what they answered; for its team. */
export function QuestionsPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('asking.questions')} lead={t('asking.questionsLead')}>
      <SignedIn>
        <Questions activityId={usePlaceParam('activityId')} />
      </SignedIn>
    </Page>
  );
}

function Questions({ activityId, after }: { readonly activityId: string; readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(questionsDocument, { id: activityId, after });
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="24rem" />}
      isEmpty={({ activity }) => !activity || activity.questionActions.length === 0}
      empty={<EmptyState title={t('asking.notYours')}>{t('asking.notYoursLead')}</EmptyState>}
    >
      {({ activity }) =>
        activity && (
          <Stack>
            {after === undefined && <QuestionsEditor activity={activity} onChange={query.reload} />}
            {activity.questionActions.includes('READ_ANSWERS') && activity.questions.length > 0 && (
              <Answers activity={activity} />
            )}
            <NextPage pageInfo={activity.registrations.pageInfo}>
              {(next) => <Questions activityId={activityId} after={next} />}
            </NextPage>
          </Stack>
        )
      }
    </QueryView>
  );
}

function Answers({ activity: { questions, registrations } }: { readonly activity: ShownQuestions }): ReactElement {
  const { t } = useTexts();
  const wordings = new Map(questions.map(({ id, wording }) => [id, wording]));
  const agreed = new Set(questions.filter(({ kind }) => kind === 'AGREEMENT').map(({ id }) => id));
  const answered = registrations.edges.filter(({ node }) => (node.answers ?? []).length > 0);
  return (
    <Card>
      <h2>{t('asking.answers')}</h2>
      {answered.length === 0 && <SoftText>{t('asking.noAnswers')}</SoftText>}
      <Rows>
        {answered.map(({ node }) => (
          <Row key={node.id}>
            <strong>{node.member?.displayName ?? t('asking.somebody')}</strong>
            <Facts
              facts={(node.answers ?? []).map(({ question, value }) => ({
                name: wordings.get(question.id) ?? '',
                value: agreed.has(question.id) ? t('asking.agreed') : value,
              }))}
            />
          </Row>
        ))}
      </Rows>
    </Card>
  );
}

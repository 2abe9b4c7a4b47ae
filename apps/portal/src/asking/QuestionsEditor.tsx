import type { ReactElement } from 'react';
import { ActionButton, Card, Cluster, SoftText, Stack, StatusBadge, useTexts, type Outcome } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Row, Rows } from '../parts/Rows.js';
import { askQuestionsDocument, type ShownQuestions } from './asking-documents.js';
import { atOneQuestion, draftOf, draftValues, type Draft } from './question-draft.js';
import { QuestionDraftFields } from './QuestionDraftFields.js';

type EditorProps = { readonly activity: ShownQuestions; readonly onChange: () => void };

const questionsMax = 10;

/** The questions in their order: each can be changed, moved up or taken away, and another one added. */
export function QuestionsEditor({ activity, onChange }: EditorProps): ReactElement {
  const { t } = useTexts();
  const send = useAction(askQuestionsDocument, (data) => data.askQuestions);
  const { id: activityId, questions, questionActions } = activity;
  const drafts = questions.map(toDraft);
  const shared = { viewerActions: questionActions, action: 'ASK', look: 'quiet', onDone: onChange } as const;
  const ask = (changed: readonly Draft[]): Promise<Outcome> => send({ input: { activityId, questions: changed } });
  const canAdd = questions.length < questionsMax;
  return (
    <Card>
      <h2>{t('asking.asked')}</h2>
      {questions.length === 0 && <SoftText>{t('asking.nothingAsked')}</SoftText>}
      <Rows>
        {questions.map((question, index) => (
          <Row key={question.id}>
            <Asked question={question} />
            <Cluster>
              <FormAction
                {...shared}
                label={t('asking.edit')}
                initial={draftValues(question)}
                onRun={async (values) =>
                  atOneQuestion(await ask(drafts.with(index, draftOf(values, question.id))), index)
                }
              >
                <QuestionDraftFields />
              </FormAction>
              {index > 0 && (
                <ActionButton {...shared} label={t('asking.moveUp')} onRun={() => ask(movedUp(drafts, index))} />
              )}
              <ActionButton {...shared} label={t('asking.remove')} onRun={() => ask(drafts.toSpliced(index, 1))} />
            </Cluster>
          </Row>
        ))}
      </Rows>
      {canAdd && (
        <FormAction
          viewerActions={questionActions}
          action="ASK"
          look="primary"
          label={t('asking.add')}
          initial={draftValues(undefined)}
          onRun={async (values) => atOneQuestion(await ask([...drafts, draftOf(values)]), drafts.length)}
          onDone={onChange}
        >
          <QuestionDraftFields />
        </FormAction>
      )}
    </Card>
  );
}

type AskedQuestion = ShownQuestions['questions'][number];

const toDraft = ({ id, kind, wording, isRequired, options }: AskedQuestion): Draft => ({
  id,
  kind,
  wording,
  isRequired,
  options,
});

function movedUp(drafts: readonly Draft[], index: number): readonly Draft[] {
  return [
    ...drafts.slice(0, index - 1),
    ...drafts.slice(index - 1, index + 1).toReversed(),
    ...drafts.slice(index + 1),
  ];
}

function Asked({ question }: { readonly question: AskedQuestion }): ReactElement {
  const { t } = useTexts();
  return (
    <Stack gap="small">
      <strong>{question.wording}</strong>
      <Cluster>
        <StatusBadge>{t(`asking.kind.${question.kind}`)}</StatusBadge>
        {question.isRequired && <StatusBadge tone="warn">{t('asking.required')}</StatusBadge>}
      </Cluster>
      {question.tally && question.tally.length > 0 && (
        <SoftText isSmall>
          {question.tally
            .map(({ value, count }) => `${question.kind === 'AGREEMENT' ? t('asking.agreed') : value}: ${count}`)
            .join(' · ')}
        </SoftText>
      )}
    </Stack>
  );
}

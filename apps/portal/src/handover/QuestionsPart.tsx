import type { ReactElement } from 'react';
import { Card, DateTimeText, Form, SoftText, Stack, TextAreaField, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Prose, Row, Rows } from '../parts/Rows.js';
import { answerQuestionDocument, askQuestionDocument } from './handover-actions.js';
import type { HandoverPart, ShownHandover } from './handover-document.js';
import { useKeptForm } from './use-kept-form.js';

/** What whoever comes wants to know, and what whoever leaves answers. */
export function QuestionsPart({ capsule, onChange }: HandoverPart): ReactElement | null {
  const { t } = useTexts();
  const questions = capsule.questions ?? [];
  const canAsk = capsule.viewerActions.includes('ASK');
  if (questions.length === 0 && !canAsk) return null;
  return (
    <Card>
      <Stack>
        <h2>{t('handover.questions')}</h2>
        {questions.length === 0 && <SoftText>{t('handover.noQuestions')}</SoftText>}
        <Rows>
          {questions.map((question) => (
            <Row key={question.id}>
              <OneQuestion {...{ capsule, question, onChange }} />
            </Row>
          ))}
        </Rows>
        {canAsk && <Ask key={questions.length} {...{ capsule, onChange }} />}
      </Stack>
    </Card>
  );
}

type QuestionProps = HandoverPart & { readonly question: NonNullable<ShownHandover['questions']>[number] };

function OneQuestion({ capsule, question, onChange }: QuestionProps): ReactElement {
  const { t } = useTexts();
  const answer = useAction(answerQuestionDocument, (data) => data.answerHandoverQuestion);
  return (
    <Stack gap="small">
      <h3>{question.words}</h3>
      {question.answer ? (
        <>
          <Prose>{question.answer}</Prose>
          {question.answeredAt && (
            <SoftText isSmall>
              {question.answeredBy?.displayName} <DateTimeText instant={question.answeredAt} />
            </SoftText>
          )}
        </>
      ) : (
        <SoftText>{t('handover.noAnswer')}</SoftText>
      )}
      <FormAction
        viewerActions={capsule.viewerActions}
        action="ANSWER"
        look="quiet"
        label={t(question.answer ? 'handover.answerAgain' : 'handover.answer')}
        lead={question.words}
        initial={{ words: question.answer ?? '' }}
        onRun={({ words }) => answer({ input: { questionId: question.id, words } })}
        onDone={onChange}
      >
        <TextAreaField name="words" label={t('handover.answerLabel')} hint={t('handover.itemHint')} />
      </FormAction>
    </Stack>
  );
}

function Ask({ capsule: { id: capsuleId }, onChange }: HandoverPart): ReactElement {
  const { t } = useTexts();
  const ask = useAction(askQuestionDocument, (data) => data.askHandoverQuestion);
  const { form } = useKeptForm({
    place: `${capsuleId}.question`,
    initial: { words: '' },
    submit: ({ words }, idempotencyKey) => ask({ input: { capsuleId, words, idempotencyKey } }),
    onDone: onChange,
  });
  return (
    <Form form={form} submitLabel={t('handover.ask')} submitLook="plain">
      <TextAreaField name="words" rows={3} label={t('handover.askLabel')} />
    </Form>
  );
}

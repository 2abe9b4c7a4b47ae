import type { ReactElement } from 'react';
import { DateTimeText, Form, SoftText, Stack, TextAreaField, useForm, useTexts } from '@guildhall/ui';
import { graphql, withFaults } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { Prose } from '../parts/Rows.js';
import type { ShownReferral } from './case-document.js';

const answerDocument = withFaults(
  graphql(`
    mutation AnswerReferralQuestion($input: AnswerReferralQuestionInput!) {
      answerReferralQuestion(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

type QuestionsProps = { readonly referral: ShownReferral; readonly onChange: () => void };

/** What the department asked, and the answers; the open question can be answered while the student may. */
export function Questions({ referral, onChange }: QuestionsProps): ReactElement | null {
  const { t } = useTexts();
  if (referral.questions.length === 0) return null;
  const open = referral.questions.find(({ answeredAt }) => answeredAt === null);
  return (
    <Stack gap="small">
      <h3>{t('question.title')}</h3>
      {referral.questions.map(({ id, question, askedAt, answer }) => (
        <Stack key={id} gap="small">
          <SoftText isSmall>
            <DateTimeText instant={askedAt} />
          </SoftText>
          <Prose>{question}</Prose>
          {answer && <Prose>{t('question.answered', { answer })}</Prose>}
        </Stack>
      ))}
      {referral.viewerActions.includes('ANSWER') && (
        <AnswerForm key={open?.id} referralId={referral.id} proposed={open?.proposedAnswer ?? ''} onChange={onChange} />
      )}
    </Stack>
  );
}

function AnswerForm({
  referralId,
  proposed,
  onChange,
}: {
  readonly referralId: string;
  readonly proposed: string;
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const answer = useAction(answerDocument, (data) => data.answerReferralQuestion);
  const form = useForm({
    initial: { answer: proposed },
    submit: (values) => answer({ input: { referralId, ...values } }),
    onDone: onChange,
  });
  return (
    <Form form={form} submitLabel={t('question.send')}>
      <TextAreaField
        name="answer"
        label={t('question.answer')}
        hint={proposed === '' ? t('question.hint') : t('question.proposed')}
        rows={4}
      />
    </Form>
  );
}

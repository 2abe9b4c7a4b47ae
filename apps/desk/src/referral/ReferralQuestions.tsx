import { DialogAction, Form, SoftText, Stack, TextAreaField, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { ReferralFileFragment } from '../generated/referral/graphql.js';
import { ProposeReferralAnswerDocument } from '../generated/referral/graphql.js';

/** A referral and what follows once it changed. */
export type ReferralQuestionsProps = { readonly referral: ReferralFileFragment; readonly onDone: () => void };

/** What the department asked, what was proposed to the student, and what the student answered. */
export function ReferralQuestions({ referral, onDone }: ReferralQuestionsProps): ReactElement | null {
  const { t } = useTexts();
  if (referral.questions.length === 0) return null;
  return (
    <Stack gap="small">
      <h4>{t('question.title')}</h4>
      {referral.questions.map(({ id, question, proposedAnswer, answer }) => (
        <Stack key={id} gap="small">
          <p>{question ?? t('case.erasedWords')}</p>
          {answer && <SoftText>{t('question.answer', { answer })}</SoftText>}
          {!answer && proposedAnswer && <SoftText>{t('question.proposed', { answer: proposedAnswer })}</SoftText>}
          {!answer && !proposedAnswer && <SoftText>{t('question.open')}</SoftText>}
        </Stack>
      ))}
      <div>
        <DialogAction viewerActions={referral.viewerActions} action="PROPOSE_ANSWER" label={t('question.propose')}>
          {(close) => (
            <ProposeForm
              referralId={referral.id}
              onDone={() => {
                close();
                onDone();
              }}
            />
          )}
        </DialogAction>
      </div>
    </Stack>
  );
}

function ProposeForm({
  referralId,
  onDone,
}: {
  readonly referralId: string;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const propose = useGraphMutation(ProposeReferralAnswerDocument);
  const form = useForm({
    initial: { answer: '' },
    submit: async ({ answer }) => {
      const { data, problem } = await propose({ input: { referralId, answer } });
      return { result: data?.proposeReferralAnswer, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('question.proposeSave')}>
      <TextAreaField name="answer" label={t('question.proposal')} hint={t('question.proposalHint')} />
    </Form>
  );
}

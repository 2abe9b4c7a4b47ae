import type { ReactElement } from 'react';
import {
  Card,
  Cluster,
  DateTimeText,
  DialogAction,
  Form,
  SoftText,
  TextAreaField,
  useForm,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import type { ReferralPartsFragment } from '../generated/graphql.js';
import { AskReferralInformationDocument } from '../generated/graphql.js';
import styles from './referral.module.css';

/** What the department asked and what the student answered, oldest first, and the way to ask. */
export function QuestionsCard({ referral }: { readonly referral: ReferralPartsFragment }): ReactElement | null {
  const { t } = useTexts();
  const { id, questions, viewerActions } = referral;
  if (questions.length === 0 && !viewerActions.includes('ASK_INFORMATION')) return null;
  return (
    <Card>
      <h2>{t('questions.title')}</h2>
      {questions.length === 0 && <SoftText>{t('questions.none')}</SoftText>}
      {questions.length > 0 && (
        <ol className={styles.questions}>
          {questions.map((question) => (
            <Question key={question.id} question={question} isOpen={referral.status === 'INFO_REQUESTED'} />
          ))}
        </ol>
      )}
      <Cluster>
        <DialogAction
          viewerActions={viewerActions}
          action="ASK_INFORMATION"
          label={t('questions.ask')}
          title={t('questions.askTitle')}
        >
          {(close) => <AskForm referralId={id} onDone={close} />}
        </DialogAction>
      </Cluster>
    </Card>
  );
}

type QuestionProps = { readonly question: ReferralPartsFragment['questions'][number]; readonly isOpen: boolean };

function Question({ question: each, isOpen }: QuestionProps): ReactElement {
  const { t } = useTexts();
  return (
    <li className={styles.question}>
      <SoftText isSmall>
        {t('questions.asked')} <DateTimeText instant={each.askedAt} />
      </SoftText>
      <p className={styles.words}>
        <strong>{each.question ?? t('consented.erased')}</strong>
      </p>
      {each.answeredAt ? (
        <>
          <p className={styles.words}>{each.answer ?? t('consented.erased')}</p>
          <SoftText isSmall>
            {t('questions.answered')} <DateTimeText instant={each.answeredAt} />
          </SoftText>
        </>
      ) : (
        <SoftText>{t(isOpen ? 'questions.waiting' : 'questions.overtaken')}</SoftText>
      )}
    </li>
  );
}

function AskForm({ referralId, onDone }: { readonly referralId: string; readonly onDone: () => void }): ReactElement {
  const { t } = useTexts();
  const ask = useGraphMutation(AskReferralInformationDocument);
  const form = useForm({
    initial: { question: '' },
    submit: async (values) => {
      const { data, problem } = await ask({ input: { referralId, ...values } });
      return { result: data?.askReferralInformation, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('questions.send')}>
      <TextAreaField name="question" label={t('questions.question')} hint={t('questions.hint')} />
    </Form>
  );
}

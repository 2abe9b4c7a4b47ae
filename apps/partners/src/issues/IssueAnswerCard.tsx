import type { ReactElement } from 'react';
import { useState } from 'react';
import {
  Card,
  Cluster,
  DateTimeText,
  DialogAction,
  Form,
  Notice,
  SoftText,
  TextAreaField,
  useForm,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import type { RaisedIssuePartsFragment } from '../generated/graphql.js';
import { DraftIssueAnswerDocument } from '../generated/graphql.js';
import styles from '../referral/referral.module.css';
import { PublishIssueAnswerForm } from './PublishIssueAnswerForm.js';

type PartProps = { readonly issue: RaisedIssuePartsFragment };

/** The department's answers as published, and the draft with the ways to write and publish the next. */
export function IssueAnswerCard({ issue }: PartProps): ReactElement | null {
  const { t } = useTexts();
  const { viewerActions, answers } = issue;
  const mayDraft = viewerActions.includes('DRAFT_ANSWER');
  const mayPublish = viewerActions.includes('RESOLVE');
  if (answers.length === 0 && !mayDraft && !mayPublish) return null;
  return (
    <Card>
      <h2>{t('raisedIssue.answer')}</h2>
      {answers.map((answer) => (
        <Published key={answer.round} answer={answer} />
      ))}
      {mayDraft && <DraftForm issue={issue} />}
      {mayDraft && !mayPublish && <SoftText>{t('raisedIssue.leadPublishes')}</SoftText>}
      <Cluster>
        <DialogAction
          viewerActions={viewerActions}
          action="RESOLVE"
          look="primary"
          label={t('raisedIssue.publish')}
          title={t('raisedIssue.publishTitle')}
        >
          {(close) => <PublishIssueAnswerForm issue={issue} onDone={close} />}
        </DialogAction>
      </Cluster>
    </Card>
  );
}

function Published({ answer }: { readonly answer: RaisedIssuePartsFragment['answers'][number] }): ReactElement {
  const { t } = useTexts();
  return (
    <>
      <h3>{t(`raisedIssue.outcome.${answer.outcome}`)}</h3>
      {answer.reason && <p>{t(`raisedIssue.reason.${answer.reason}`)}</p>}
      <p className={styles.words}>{answer.text}</p>
      <SoftText isSmall>
        {t('raisedIssue.published')} <DateTimeText instant={answer.publishedAt} />
      </SoftText>
    </>
  );
}

function DraftForm({ issue }: PartProps): ReactElement {
  const { t } = useTexts();
  const [keptText, setKeptText] = useState<string>();
  const keep = useGraphMutation(DraftIssueAnswerDocument);
  const form = useForm({
    initial: { text: issue.draftAnswer ?? '' },
    submit: async ({ text }) => {
      const { data, problem } = await keep({ input: { issueId: issue.id, text } });
      if (data?.draftIssueAnswer.__typename === 'DraftIssueAnswerSuccess') setKeptText(text);
      return { result: data?.draftIssueAnswer, problem };
    },
  });
  return (
    <Form
      form={form}
      submitLabel={t('raisedIssue.keepDraft')}
      submitLook={issue.viewerActions.includes('RESOLVE') ? 'plain' : 'primary'}
    >
      <TextAreaField name="text" label={t('raisedIssue.draft')} hint={t('raisedIssue.draftHint')} />
      {keptText !== undefined && keptText === form.values['text'] && (
        <Notice tone="good">{t('raisedIssue.kept')}</Notice>
      )}
    </Form>
  );
}

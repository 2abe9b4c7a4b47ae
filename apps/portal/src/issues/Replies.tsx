import type { ReactElement } from 'react';
import {
  Card,
  CheckboxField,
  Cluster,
  DateTimeText,
  Form,
  SoftText,
  StatusBadge,
  TextAreaField,
  useForm,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import styles from '../parts/parts.module.css';
import { Prose } from '../parts/Rows.js';
import { replyDocument } from './issue-actions.js';
import type { ShownIssue, ShownReply } from './issue-document.js';
import { AppealAction, ReportAction } from './PostActions.js';
import { Writer } from './Writer.js';

type PartProps = { readonly issue: ShownIssue; readonly onChange: () => void };

/** What the students of the course and their representatives say among themselves. */
export function Replies({ issue, onChange }: PartProps): ReactElement {
  const { t } = useTexts();
  const { edges } = issue.replies;
  return (
    <Card>
      <h2>{t('issueReplies.title')}</h2>
      <SoftText>{t('issueReplies.lead')}</SoftText>
      {edges.length === 0 && <SoftText>{t('issueReplies.none')}</SoftText>}
      <ol className={styles.plain}>
        {edges.map(({ node }) => (
          <Reply key={node.id} reply={node} onChange={onChange} />
        ))}
      </ol>
      {issue.viewerActions.includes('REPLY') && <ReplyForm key={edges.length} issue={issue} onChange={onChange} />}
    </Card>
  );
}

function Reply({ reply, onChange }: { readonly reply: ShownReply; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const shared = { postId: reply.id, viewerActions: reply.viewerActions, onDone: onChange };
  return (
    <li className={styles.message} data-mine={reply.isOwn}>
      <SoftText isSmall>
        <Writer author={reply.author} isOwn={reply.isOwn} isRep={reply.role === 'REP'} /> ·{' '}
        <DateTimeText instant={reply.postedAt} />
      </SoftText>
      {reply.postState !== 'VISIBLE' && (
        <StatusBadge tone="danger">{t(`issue.postState.${reply.postState}`)}</StatusBadge>
      )}
      <div lang={reply.language}>
        <Prose>{reply.body}</Prose>
      </div>
      {reply.removalReason && <SoftText isSmall>{reply.removalReason}</SoftText>}
      <Cluster>
        <ReportAction {...shared} />
        <AppealAction {...shared} />
      </Cluster>
    </li>
  );
}

function ReplyForm({ issue, onChange }: PartProps): ReactElement {
  const { t, language } = useTexts();
  const reply = useAction(replyDocument, (data) => data.replyToIssue);
  const form = useForm({
    initial: { body: '', named: false },
    submit: ({ body, named }, idempotencyKey) =>
      reply({ input: { issueId: issue.id, body, named, language, idempotencyKey } }),
    onDone: onChange,
  });
  return (
    <Form form={form} submitLabel={t('issueReplies.send')} submitLook="plain">
      <TextAreaField name="body" label={t('issueReplies.body')} rows={3} />
      <CheckboxField name="named" label={t('issueReplies.named')} />
    </Form>
  );
}

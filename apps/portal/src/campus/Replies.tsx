import type { ReactElement } from 'react';
import {
  ActionButton,
  Button,
  Card,
  Cluster,
  DateTimeText,
  Form,
  Notice,
  SoftText,
  StatusBadge,
  TextAreaField,
  useForm,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import styles from '../parts/parts.module.css';
import { Prose } from '../parts/Rows.js';
import { PersonLink } from '../people/PersonLink.js';
import { ModerationActions } from './ModerationActions.js';
import { editReplyDocument, markAnsweredDocument, replyDocument, withdrawReplyDocument } from './post-actions.js';
import type { ShownReply, ShownThread } from './thread.js';

type PartProps = { readonly post: ShownThread; readonly onChange: () => void };
type ReplyProps = PartProps & { readonly reply: ShownReply };

/** What others say about a post. */
export function Replies({
  post,
  onChange,
  onMore,
}: PartProps & { readonly onMore: (() => void) | undefined }): ReactElement {
  const { t } = useTexts();
  const { edges, pageInfo } = post.replies;
  return (
    <Card>
      <h2>{t('talk.replies')}</h2>
      {edges.length === 0 && <SoftText>{t('talk.noReplies')}</SoftText>}
      <ol className={styles.plain}>
        {edges.map(({ node }) => (
          <Reply key={node.id} post={post} reply={node} onChange={onChange} />
        ))}
      </ol>
      {pageInfo.hasNextPage && onMore !== undefined && (
        <Cluster>
          <Button onPress={onMore}>{t('table.loadMore')}</Button>
        </Cluster>
      )}
      {post.viewerActions.includes('REPLY') && <ReplyForm key={edges.length} post={post} onChange={onChange} />}
    </Card>
  );
}

function Reply({ post, reply, onChange }: ReplyProps): ReactElement {
  const { t } = useTexts();
  if (reply.status === 'WITHDRAWN')
    return (
      <li className={styles.message}>
        <SoftText isSmall>{t('talk.gap')}</SoftText>
      </li>
    );
  return (
    <li className={styles.message} data-mine={reply.isOwn}>
      <Cluster>
        <PersonLink member={reply.author} />
        <SoftText isSmall>
          <DateTimeText instant={reply.writtenAt} />
          {reply.editedAt && <> · {t('talk.edited')}</>}
        </SoftText>
        {post.answer?.id === reply.id && <StatusBadge tone="good">{t('talk.answer')}</StatusBadge>}
      </Cluster>
      <div lang={reply.language}>
        <Prose>{reply.body}</Prose>
      </div>
      {reply.status === 'HELD' && <Notice tone="warn">{t(reply.isOwn ? 'talk.heldOwn' : 'talk.held')}</Notice>}
      {reply.status === 'REMOVED' && (
        <Notice tone="warn">{t('posts.removed', { reason: reply.removalReason ?? '' })}</Notice>
      )}
      <ReplyActions {...{ post, reply, onChange }} />
    </li>
  );
}

function ReplyActions({ post, reply, onChange }: ReplyProps): ReactElement {
  const { t } = useTexts();
  const mark = useAction(markAnsweredDocument, (data) => data.markAnswered);
  const withdraw = useAction(withdrawReplyDocument, (data) => data.withdrawPostReply);
  const edit = useAction(editReplyDocument, (data) => data.editPostReply);
  const isAnswer = post.answer?.id === reply.id;
  const shared = { viewerActions: reply.viewerActions, onDone: onChange };
  return (
    <Cluster>
      {reply.status === 'PUBLISHED' && (
        <ActionButton
          viewerActions={post.viewerActions}
          action="MARK_ANSWERED"
          label={t(isAnswer ? 'talk.unmark' : 'talk.mark')}
          onRun={() => mark({ input: { postId: post.id, replyId: isAnswer ? undefined : reply.id } })}
          onDone={onChange}
        />
      )}
      <FormAction
        {...shared}
        action="EDIT"
        look="quiet"
        label={t('talk.edit')}
        initial={{ body: reply.body }}
        onRun={({ body }) => edit({ input: { replyId: reply.id, body, language: reply.language } })}
      >
        <TextAreaField name="body" label={t('talk.reply')} rows={3} />
      </FormAction>
      <ActionButton
        {...shared}
        action="WITHDRAW"
        look="quiet"
        label={t('posts.withdraw')}
        confirm={{ title: t('talk.withdrawReply'), body: t('talk.withdrawReplyBody'), label: t('posts.withdraw') }}
        onRun={() => withdraw({ input: { replyId: reply.id } })}
      />
      <ModerationActions kind="REPLY" id={reply.id} viewerActions={reply.viewerActions} onDone={onChange} />
    </Cluster>
  );
}

function ReplyForm({ post, onChange }: PartProps): ReactElement {
  const { t, language } = useTexts();
  const reply = useAction(replyDocument, (data) => data.replyToPost);
  const form = useForm({
    initial: { body: '' },
    submit: ({ body }, idempotencyKey) => reply({ input: { postId: post.id, body, language, idempotencyKey } }),
    onDone: onChange,
  });
  return (
    <Form form={form} submitLabel={t('talk.send')}>
      <TextAreaField name="body" label={t('talk.reply')} rows={3} />
    </Form>
  );
}

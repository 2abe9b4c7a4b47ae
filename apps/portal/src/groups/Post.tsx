import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  Notice,
  SoftText,
  StatusBadge,
  TextAreaField,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Prose } from '../parts/Rows.js';
import { PersonLink } from '../people/PersonLink.js';
import { removePostDocument, withdrawPostDocument, type ShownPost } from './post-documents.js';
import { RaiseIdea } from './RaiseIdea.js';

type PostProps = { readonly post: ShownPost; readonly onChange: () => void };

/** One post with who wrote it and what can be done to it. */
export function Post({ post, onChange }: PostProps): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <Cluster justify="between">
        <Cluster>
          <PersonLink member={post.author} />
          <StatusBadge tone={post.kind === 'NOTICE' ? 'warn' : 'neutral'}>{t(`postKind.${post.kind}`)}</StatusBadge>
        </Cluster>
        <SoftText isSmall>
          <DateTimeText instant={post.writtenAt} />
        </SoftText>
      </Cluster>
      <div lang={post.language}>
        <Prose>{post.body}</Prose>
      </div>
      {post.status === 'REMOVED' && (
        <Notice tone="warn">{t('posts.removed', { reason: post.removalReason ?? '' })}</Notice>
      )}
      <Actions post={post} onChange={onChange} />
    </Card>
  );
}

function Actions({ post, onChange }: PostProps): ReactElement | null {
  const { t } = useTexts();
  const withdraw = useAction(withdrawPostDocument, (data) => data.withdrawPost);
  const remove = useAction(removePostDocument, (data) => data.removePost);
  const { viewerActions } = post;
  if (viewerActions.length === 0) return null;
  const shared = { viewerActions, onDone: onChange };
  return (
    <Cluster>
      <RaiseIdea post={post} />
      <ActionButton
        {...shared}
        action="WITHDRAW"
        look="danger"
        label={t('posts.withdraw')}
        confirm={{ title: t('posts.withdrawTitle'), body: t('posts.withdrawBody'), label: t('posts.withdraw') }}
        onRun={() => withdraw({ input: { postId: post.id } })}
      />
      <FormAction
        {...shared}
        action="REMOVE"
        look="danger"
        label={t('posts.remove')}
        initial={{ reason: '' }}
        onRun={({ reason }) => remove({ input: { postId: post.id, reason } })}
      >
        <TextAreaField name="reason" label={t('posts.reason')} hint={t('posts.reasonHint')} />
      </FormAction>
    </Cluster>
  );
}

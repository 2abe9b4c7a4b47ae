import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { Card, Cluster, DateTimeText, Notice, SoftText, StatusBadge, useTexts } from '@guildhall/ui';
import { Prose } from '../parts/Rows.js';
import { PersonLink } from '../people/PersonLink.js';
import { PostActions } from './PostActions.js';
import type { ShownPost } from './post-documents.js';
import { Reactions } from './Reactions.js';

type Props = {
  readonly post: ShownPost;
  readonly onChange: () => void;
  /** Whether this is the page of the post itself. */
  readonly isOpen?: boolean;
  readonly children?: ReactNode;
};

/** One post with who wrote it, what others feel about it and what can be done to it. */
export function PostCard({ post, onChange, isOpen = false, children }: Props): ReactElement {
  const { t } = useTexts();
  return (
    <Card as="article">
      <Cluster justify="between">
        <Cluster>
          <PersonLink member={post.author} />
          <Badges post={post} />
        </Cluster>
        <SoftText isSmall>
          <DateTimeText instant={post.writtenAt} />
          {post.editedAt && <> · {t('talk.edited')}</>}
        </SoftText>
      </Cluster>
      <div lang={post.language}>
        <Prose>{post.body}</Prose>
      </div>
      {post.status === 'HELD' && <Notice tone="warn">{t(post.isOwn ? 'talk.heldOwn' : 'talk.held')}</Notice>}
      {post.status === 'REMOVED' && (
        <Notice tone="warn">{t('posts.removed', { reason: post.removalReason ?? '' })}</Notice>
      )}
      <Reactions post={post} onChange={onChange} />
      {children}
      {!isOpen && (
        <p>
          <Link to="/campus/$postId" params={{ postId: post.id }}>
            {t('talk.open', { count: post.replyCount })}
          </Link>
        </p>
      )}
      <PostActions post={post} onChange={onChange} />
    </Card>
  );
}

function Badges({ post }: { readonly post: ShownPost }): ReactElement {
  const { t } = useTexts();
  return (
    <>
      <StatusBadge tone={post.kind === 'NOTICE' ? 'warn' : 'neutral'}>{t(`postKind.${post.kind}`)}</StatusBadge>
      {post.pinnedUntil && <StatusBadge>{t('talk.pinned')}</StatusBadge>}
      {post.isAnswered && <StatusBadge tone="good">{t('talk.answered')}</StatusBadge>}
    </>
  );
}

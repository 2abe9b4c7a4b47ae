import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import {
  Card,
  Cluster,
  EmptyState,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { StatusWord } from '../parts/StatusWord.js';
import { usePlaceParam } from '../parts/use-place.js';
import { PersonLink } from '../people/PersonLink.js';
import { MuteAction } from './PostActions.js';
import { PostCard } from './PostCard.js';
import { threadDocument } from './post-documents.js';
import { RaiseRequests } from './RaiseRequests.js';
import { Replies } from './Replies.js';
import type { ShownThread } from './thread.js';

export { words } from './words.js';

const pageSize = 30;

/** One post, what others say and feel about it, and what became of it. */
export function ThreadPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('talk.thread')}>
      <SignedIn>
        <Thread postId={usePlaceParam('postId')} />
      </SignedIn>
    </Page>
  );
}

function Thread({ postId }: { readonly postId: string }): ReactElement {
  const { t } = useTexts();
  const [count, setCount] = useState(pageSize);
  const query = useGraphQuery(threadDocument, { id: postId, first: count });
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="20rem" />}
      isEmpty={({ post }) => post === null || post === undefined}
      empty={
        <EmptyState picture="letter" title={t('talk.missing')}>
          {t('talk.missingLead')}
        </EmptyState>
      }
    >
      {({ post }) =>
        post && (
          <Stack gap="large">
            <Place post={post} />
            <PostCard post={post} onChange={query.reload} isOpen>
              <Reactors post={post} />
              <Outcomes post={post} />
            </PostCard>
            <RaiseRequests post={post} onChange={query.reload} />
            <Replies
              post={post}
              onChange={query.reload}
              onMore={count < 100 ? () => setCount(Math.min(count + pageSize, 100)) : undefined}
            />
            <Cluster>
              <MuteAction post={post} onChange={query.reload} />
            </Cluster>
          </Stack>
        )
      }
    </QueryView>
  );
}

function Place({ post }: { readonly post: ShownThread }): ReactElement {
  const { t } = useTexts();
  return (
    <p>
      {post.group ? (
        <Link to="/groups/$groupId" params={{ groupId: post.group.id }}>
          {post.group.name}
        </Link>
      ) : (
        <Link to="/campus">{t('talk.campus')}</Link>
      )}
    </p>
  );
}

function Reactors({ post }: { readonly post: ShownThread }): ReactElement | null {
  const { t } = useTexts();
  const { edges } = post.reactions;
  if (edges.length === 0) return null;
  return (
    <details>
      <summary>{t('talk.whoReacted')}</summary>
      <ul>
        {edges.map(({ node: { kind, member } }) => (
          <li key={`${kind}:${member?.id}`}>
            <Cluster>
              <PersonLink member={member} /> <SoftText isSmall>{t(`talk.reaction.${kind}`)}</SoftText>
            </Cluster>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What became of an idea, as far as the viewer may see it. */
function Outcomes({ post }: { readonly post: ShownThread }): ReactElement | null {
  const { t } = useTexts();
  const proposals = post.raisedProposals ?? [];
  const issues = post.raisedIssues ?? [];
  if (proposals.length + issues.length === 0) return null;
  return (
    <Card>
      <h2>{t('talk.became')}</h2>
      <ul>
        {proposals.map(({ id, title, status }) => (
          <li key={id}>
            <Link to="/proposals/$proposalId" params={{ proposalId: id }}>
              {title || t('talk.target.PROPOSAL')}
            </Link>{' '}
            <StatusWord family="proposal" status={status} />
          </li>
        ))}
        {issues.map(({ id, title, status }) => (
          <li key={id}>
            <Link to="/issues/$issueId" params={{ issueId: id }}>
              {title}
            </Link>{' '}
            <StatusWord family="issue" status={status} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

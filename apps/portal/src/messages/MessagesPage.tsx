import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import {
  Button,
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  Page,
  QueryView,
  SignedIn,
  SkeletonList,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { otherNames } from './conversation-name.js';
import { conversationsDocument, type ListedConversation } from './messages-documents.js';
import styles from './messages.module.css';
import { usePolling } from './use-polling.js';

export { words } from './words.js';

const pageSize = 20;
const listEveryMs = 30_000;

/** The viewer's conversations, the one with the newest message first. */
export function MessagesPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('messages.title')} lead={t('messages.lead')}>
      <SignedIn>
        <Conversations />
      </SignedIn>
    </Page>
  );
}

function Conversations(): ReactElement {
  const { t } = useTexts();
  const [count, setCount] = useState(pageSize);
  const query = useGraphQuery(conversationsDocument, { first: count });
  usePolling(query.reload, listEveryMs);
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={6} height="4.5rem" />}
      isEmpty={({ viewer }) => viewer.conversations.edges.length === 0}
      empty={
        <EmptyState picture="letter" title={t('messages.none')}>
          {t('messages.noneLead')}
        </EmptyState>
      }
    >
      {({ viewer: { conversations } }) => (
        <Stack>
          <Card>
            <ul className={styles.list}>
              {conversations.edges.map(({ node }) => (
                <Entry key={node.id} conversation={node} />
              ))}
            </ul>
          </Card>
          {conversations.pageInfo.hasNextPage && count < 100 && (
            <Cluster>
              <Button onPress={() => setCount(Math.min(count + pageSize, 100))}>{t('table.loadMore')}</Button>
            </Cluster>
          )}
        </Stack>
      )}
    </QueryView>
  );
}

function Entry({ conversation }: { readonly conversation: ListedConversation }): ReactElement {
  const { t } = useTexts();
  const { id, kind, lastAt, unreadCount, participants, isMuted } = conversation;
  return (
    <li>
      <Link
        className={styles.entry}
        data-unread={unreadCount > 0}
        to="/messages/$conversationId"
        params={{ conversationId: id }}
      >
        <span>{otherNames(t, participants)}</span>
        <DateTimeText instant={lastAt} isRelative />
        <span className={styles.last}>{lastWords(t, conversation)}</span>
        <Cluster>
          {isMuted && <StatusBadge>{t('messages.muted')}</StatusBadge>}
          {kind !== 'CONNECTION' && <StatusBadge>{t(`conversationKind.${kind}`)}</StatusBadge>}
          {unreadCount > 0 && <StatusBadge tone="good">{t('messages.unread', { count: unreadCount })}</StatusBadge>}
        </Cluster>
      </Link>
    </li>
  );
}

function lastWords(t: ReturnType<typeof useTexts>['t'], { lastMessage }: ListedConversation): string {
  if (!lastMessage) return t('messages.nothing');
  const words = lastMessage.body ?? t(lastMessage.status === 'DELETED' ? 'messages.deleted' : 'messages.held');
  return lastMessage.isOwn ? `${t('messages.you')}: ${words}` : words;
}

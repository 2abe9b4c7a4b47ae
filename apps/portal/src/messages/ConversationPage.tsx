import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import {
  buttonClass,
  Card,
  Cluster,
  EmptyState,
  Form,
  Notice,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  Stack,
  TextAreaField,
  useForm,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { usePlaceParam } from '../parts/use-place.js';
import { otherNames } from './conversation-name.js';
import { ConversationSettings } from './ConversationSettings.js';
import { MessageLog } from './MessageLog.js';
import {
  conversationDocument,
  readConversationDocument,
  sendMessageDocument,
  type ShownConversation,
} from './messages-documents.js';
import { usePolling } from './use-polling.js';

export { words } from './words.js';

const pageSize = 30;
const threadEveryMs = 5_000;

/** One conversation: what was said, and where to say something. */
export function ConversationPage(): ReactElement {
  return (
    <SignedIn>
      <Thread key={usePlaceParam('conversationId')} id={usePlaceParam('conversationId')} />
    </SignedIn>
  );
}

function Thread({ id }: { readonly id: string }): ReactElement {
  const { t } = useTexts();
  const [count, setCount] = useState(pageSize);
  const query = useGraphQuery(conversationDocument, { id, first: count });
  usePolling(query.reload, threadEveryMs);
  useReading(query.data?.conversation ?? undefined);
  const shown = query.data?.conversation;
  return (
    <Page
      title={shown ? otherNames(t, shown.participants) : t('messages.title')}
      lead={shown && t(`conversationKind.${shown.kind}`)}
    >
      <QueryView
        query={query}
        skeleton={<Skeleton height="24rem" />}
        isEmpty={({ conversation }) => conversation === null || conversation === undefined}
        empty={
          <EmptyState picture="door" title={t('messages.missing')}>
            {t('messages.missingLead')}
          </EmptyState>
        }
      >
        {({ conversation }) =>
          conversation && (
            <Stack>
              <Card>
                <MessageLog
                  conversation={conversation}
                  onOlder={() => setCount(Math.min(count + pageSize, 100))}
                  onChange={query.reload}
                />
                {conversation.status === 'CLOSED' && <Notice>{t('messages.closed')}</Notice>}
                {conversation.status === 'LEFT' && <Notice>{t('messages.left')}</Notice>}
                {conversation.viewerActions.includes('SEND') && (
                  <Composer conversationId={conversation.id} onDone={query.reload} />
                )}
              </Card>
              <ConversationSettings conversation={conversation} onChange={query.reload} />
              <Cluster>
                <Link className={buttonClass} data-look="plain" to="/messages">
                  {t('messages.back')}
                </Link>
              </Cluster>
            </Stack>
          )
        }
      </QueryView>
    </Page>
  );
}

type ComposerProps = { readonly conversationId: string; readonly onDone: () => void };

/** Stays as it is while messages come, and is emptied when one was sent. */
function Composer({ conversationId, onDone }: ComposerProps): ReactElement {
  const [sent, setSent] = useState(0);
  const done = (): void => {
    setSent(sent + 1);
    onDone();
  };
  return <ComposerForm key={sent} conversationId={conversationId} onDone={done} />;
}

function ComposerForm({ conversationId, onDone }: ComposerProps): ReactElement {
  const { t } = useTexts();
  const send = useAction(sendMessageDocument, (data) => data.sendMessage);
  const form = useForm({
    initial: { body: '' },
    submit: ({ body }, idempotencyKey) => send({ input: { conversationId, body, idempotencyKey } }),
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('messages.send')}>
      <TextAreaField name="body" label={t('messages.write')} hint={t('messages.writeHint')} rows={3} />
    </Form>
  );
}

/** Notes that the newest message was read, once for each. */
function useReading(conversation: ShownConversation | undefined): void {
  const read = useAction(readConversationDocument, (data) => data.readConversation);
  const noted = useRef(0);
  const newest = conversation?.messages.edges[0]?.node.number ?? 0;
  const isUnread = conversation !== undefined && newest > conversation.readUpTo;
  useEffect(() => {
    if (conversation === undefined || !isUnread || noted.current >= newest) return;
    noted.current = newest;
    void read({ input: { conversationId: conversation.id, upTo: newest } });
    // Only a newer message is a reason to note anything.
  }, [newest, isUnread]);
}

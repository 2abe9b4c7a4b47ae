import { useEffect, useRef, useState, type ReactElement } from 'react';
import {
  ActionButton,
  Button,
  Cluster,
  DateTimeText,
  Notice,
  SelectField,
  SoftText,
  TextAreaField,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import {
  deleteMessageDocument,
  reportMessageDocument,
  type ShownConversation,
  type ShownMessage,
} from './messages-documents.js';
import styles from './messages.module.css';

type MessageLogProps = {
  readonly conversation: ShownConversation;
  readonly onOlder: () => void;
  readonly onChange: () => void;
};

/** What was said, the newest at the end; new messages are read aloud as they come. */
export function MessageLog({ conversation, onOlder, onChange }: MessageLogProps): ReactElement {
  const { t } = useTexts();
  const { messages, participants } = conversation;
  const shown = messages.edges.map(({ node }) => node).toReversed();
  const log = useRef<HTMLOListElement>(null);
  const newest = shown.at(-1)?.number;
  useEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [newest]);
  const readers = participants.filter(
    ({ isViewer, readUpTo }) => !isViewer && newest !== undefined && (readUpTo ?? 0) >= newest,
  );
  return (
    <>
      {messages.pageInfo.hasNextPage && shown.length < 100 && (
        <Cluster>
          <Button onPress={onOlder}>{t('messages.older')}</Button>
        </Cluster>
      )}
      {shown.length === 0 && <SoftText>{t('messages.nothing')}</SoftText>}
      <div role="log" aria-label={t('messages.log')} aria-live="polite">
        <ol ref={log} className={styles.log} tabIndex={0} aria-label={t('messages.log')}>
          {shown.map((message) => (
            <MessageItem key={message.id} message={message} onChange={onChange} />
          ))}
        </ol>
      </div>
      {readers.length > 0 && (
        <SoftText isSmall>{t('messages.readBy', { names: readers.map(({ name }) => name).join(', ') })}</SoftText>
      )}
    </>
  );
}

type MessageItemProps = { readonly message: ShownMessage; readonly onChange: () => void };

function MessageItem({ message, onChange }: MessageItemProps): ReactElement {
  const { t } = useTexts();
  const { id, isOwn, authorName, writtenAt, viewerActions } = message;
  const remove = useAction(deleteMessageDocument, (data) => data.deleteMessage);
  return (
    <li className={styles.message} data-own={isOwn}>
      <p className={styles.by}>
        {isOwn ? t('messages.you') : authorName || t('messages.former')} · <DateTimeText instant={writtenAt} />
      </p>
      <Words message={message} />
      <Cluster>
        <ActionButton
          viewerActions={viewerActions}
          action="DELETE"
          look="quiet"
          label={t('messages.delete')}
          confirm={{
            title: t('messages.deleteTitle'),
            body: t('messages.deleteBody'),
            label: t('messages.delete'),
          }}
          onRun={() => remove({ input: { messageId: id } })}
          onDone={onChange}
        />
        <ReportMessage message={message} />
      </Cluster>
    </li>
  );
}

function Words({ message: { body, status, removalReason } }: { readonly message: ShownMessage }): ReactElement {
  const { t } = useTexts();
  const gap = { DELETED: 'messages.deleted', HELD: 'messages.held', REMOVED: 'messages.removed', SENT: '' }[status];
  return (
    <>
      {body && <p className={styles.words}>{body}</p>}
      {gap !== '' && (
        <p className={styles.gap}>{removalReason ? t('messages.removedWhy', { reason: removalReason }) : t(gap)}</p>
      )}
    </>
  );
}

const reasons = ['HARASSMENT', 'HATE', 'SPAM', 'PRIVATE_INFORMATION', 'DANGER', 'OTHER'] as const;

function ReportMessage({ message }: { readonly message: ShownMessage }): ReactElement {
  const { t } = useTexts();
  const [isDone, setDone] = useState(false);
  const report = useAction(reportMessageDocument, (data) => data.reportContent);
  if (isDone) return <Notice tone="good">{t('messages.reported')}</Notice>;
  return (
    <FormAction
      viewerActions={message.viewerActions}
      action="REPORT"
      look="quiet"
      label={t('messages.report')}
      lead={t('messages.reportLead', { name: message.authorName })}
      initial={{ reason: '', note: '' }}
      onRun={({ reason, note }, idempotencyKey) =>
        report({
          input: {
            kind: 'MESSAGE',
            subjectId: message.id,
            reason: reasons.find((one) => one === reason) ?? 'OTHER',
            note: note || undefined,
            idempotencyKey,
          },
        })
      }
      onDone={() => setDone(true)}
    >
      <SelectField
        name="reason"
        label={t('messages.reportReason')}
        options={reasons.map((value) => ({ value, label: t(`messageReason.${value}`) }))}
      />
      <TextAreaField
        name="note"
        label={t('messages.reportNote')}
        hint={t('messages.reportNoteHint')}
        isOptional
        rows={3}
      />
    </FormAction>
  );
}

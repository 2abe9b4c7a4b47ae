import { useState, type ReactElement, type ReactNode } from 'react';
import { ActionButton } from '../blocks/ActionButton.js';
import { DateTimeText } from '../blocks/DateTimeText.js';
import { DialogAction } from '../blocks/DialogAction.js';
import { EmptyState } from '../blocks/EmptyState.js';
import { Card, Cluster, SoftText, Stack } from '../blocks/Layout.js';
import { Notice, StatusBadge } from '../blocks/Notice.js';
import type { Outcome } from '../blocks/ResultNotice.js';
import { useTexts } from '../texts/texts.js';
import styles from './inbox.module.css';
import { InboxSettingsForm } from './InboxSettingsForm.js';
import type { InboxSettingsInput, ShownInbox, ShownNotice } from './shown-inbox.js';

/** An inbox and what can be done with it. `linkOf` makes the way to what a notice is about, where there is one. */
export type CaseInboxProps = {
  readonly inbox: ShownInbox;
  readonly linkOf: (notice: ShownNotice, words: string) => ReactNode;
  readonly onRead: (input: { readonly inboxId: string; readonly noticeIds: string[] }) => Promise<Outcome>;
  readonly onChange: (input: InboxSettingsInput) => Promise<Outcome>;
  readonly onDone: () => void;
};

/** One inbox for case matters: what is new, what was, and where mail goes. */
export function CaseInboxView(props: CaseInboxProps): ReactElement {
  const { inbox, onRead, onChange, onDone } = props;
  const { t } = useTexts();
  const [isSaved, setSaved] = useState(false);
  const notices = inbox.notices.edges.map(({ node }) => node);
  const unread = notices.filter(({ readAt }) => typeof readAt !== 'string').map(({ id }) => id);
  const { settings } = inbox;
  const saved = (close: () => void): void => {
    close();
    setSaved(true);
    onDone();
  };
  return (
    <Card>
      <Cluster justify="between">
        <h2>{inbox.department?.name ?? t(`inbox.role.${inbox.role}`)}</h2>
        <StatusBadge tone={inbox.unreadCount > 0 ? 'info' : 'neutral'}>
          {t('inbox.unread', { count: inbox.unreadCount })}
        </StatusBadge>
      </Cluster>
      {isSaved && <Notice tone="good">{t('inbox.saved')}</Notice>}
      {settings?.isStopped === true && <Notice tone="warn">{t('inbox.stopped')}</Notice>}
      {notices.length === 0 ? (
        <EmptyState picture="letter" title={t('inbox.empty')}>
          {t('inbox.emptyLead')}
        </EmptyState>
      ) : (
        <NoticeList notices={notices} linkOf={props.linkOf} />
      )}
      {inbox.notices.pageInfo.hasNextPage && <SoftText isSmall>{t('inbox.more')}</SoftText>}
      <Cluster>
        <ActionButton
          viewerActions={unread.length > 0 ? inbox.viewerActions : []}
          action="READ"
          label={t('inbox.readAll')}
          onRun={() => onRead({ inboxId: inbox.id, noticeIds: unread })}
          onDone={onDone}
        />
        <DialogAction viewerActions={inbox.viewerActions} action="CHANGE_SETTINGS" label={t('inbox.settings')}>
          {(close) => settings && <InboxSettingsForm {...{ inbox, settings, onChange }} onDone={() => saved(close)} />}
        </DialogAction>
      </Cluster>
    </Card>
  );
}

function NoticeList({
  notices,
  linkOf,
}: Pick<CaseInboxProps, 'linkOf'> & { readonly notices: readonly ShownNotice[] }): ReactElement {
  const { t } = useTexts();
  return (
    <ul className={styles.notices}>
      {notices.map((notice) => {
        const words = t(`inbox.reason.${notice.reason}`);
        const isNew = typeof notice.readAt !== 'string';
        return (
          <li key={notice.id} data-new={isNew}>
            <Stack gap="small">
              <Cluster>
                {isNew && <StatusBadge tone="info">{t('inbox.new')}</StatusBadge>}
                <span>{linkOf(notice, words)}</span>
              </Cluster>
              <SoftText isSmall>
                <DateTimeText instant={notice.toldAt} />
              </SoftText>
            </Stack>
          </li>
        );
      })}
    </ul>
  );
}

import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ActionButton, Card, Cluster, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import {
  conversationSettingsDocument,
  hideConversationDocument,
  type ShownConversation,
} from './messages-documents.js';

type ConversationSettingsProps = { readonly conversation: ShownConversation; readonly onChange: () => void };

/** The viewer's own settings of a conversation; the others learn of none but how far somebody wants to be seen reading. */
export function ConversationSettings({ conversation, onChange }: ConversationSettingsProps): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  const change = useAction(conversationSettingsDocument, (data) => data.changeConversationSettings);
  const hide = useAction(hideConversationDocument, (data) => data.hideConversation);
  const { id, isMuted, showsReading, viewerActions } = conversation;
  return (
    <Card>
      <h2>{t('messages.settings')}</h2>
      <Cluster>
        <ActionButton
          viewerActions={viewerActions}
          action="CHANGE_SETTINGS"
          label={t(isMuted ? 'messages.unmute' : 'messages.mute')}
          onRun={() => change({ input: { conversationId: id, isMuted: !isMuted } })}
          onDone={onChange}
        />
        <ActionButton
          viewerActions={viewerActions}
          action="CHANGE_SETTINGS"
          label={t(showsReading ? 'messages.hideReading' : 'messages.showReading')}
          onRun={() => change({ input: { conversationId: id, showsReading: !showsReading } })}
          onDone={onChange}
        />
        <ActionButton
          viewerActions={viewerActions}
          action="HIDE"
          look="danger"
          label={t('messages.hide')}
          confirm={{ title: t('messages.hideTitle'), body: t('messages.hideBody'), label: t('messages.hide') }}
          onRun={() => hide({ input: { conversationId: id } })}
          onDone={() => void navigate({ to: '/messages' })}
        />
      </Cluster>
    </Card>
  );
}

import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { Button, ResultNotice, Stack, useTexts, type Outcome } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { openConversationDocument } from './messages-documents.js';

/** Leads to the conversation with somebody the viewer is connected with; they see nothing of it before the first message. */
export function WriteButton({ memberId }: { readonly memberId: string }): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [outcome, setOutcome] = useState<Outcome>();
  const open = useAction(openConversationDocument, (data) => data.openConversation);
  const write = async (): Promise<void> => {
    const next = await open({ input: { memberId } });
    setOutcome(next);
    if (next.result?.__typename === 'OpenConversationSuccess')
      await navigate({ to: '/messages/$conversationId', params: { conversationId: next.result.conversation.id } });
  };
  return (
    <Stack gap="small">
      <Button look="primary" onPress={() => void write()}>
        {t('messages.open')}
      </Button>
      <ResultNotice outcome={outcome} />
    </Stack>
  );
}

import { Card, SoftText, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import type { CaseFile } from './CasePage.js';
import { MessageForm } from './MessageForm.js';
import { Messages } from './Messages.js';
import { LaterMessages } from './LaterMessages.js';

/** The words between the student and the case worker, oldest first, and the place to answer. */
export function Conversation({ item, onDone }: { readonly item: CaseFile; readonly onDone: () => void }): ReactElement {
  const { t } = useTexts();
  const [sent, setSent] = useState(0);
  const { edges, pageInfo } = item.messages;
  const student = item.contactName ?? t('case.student');
  return (
    <Card>
      <h2>{t('message.title')}</h2>
      {edges.length === 0 && <SoftText>{t('message.none')}</SoftText>}
      <Messages nodes={edges.map(({ node }) => node)} student={student} />
      {pageInfo.hasNextPage && (
        <LaterMessages caseId={item.id} after={pageInfo.endCursor ?? undefined}>
          {(nodes) => <Messages nodes={nodes} student={student} />}
        </LaterMessages>
      )}
      {item.viewerActions.includes('POST_MESSAGE') && (
        <MessageForm
          key={sent}
          caseId={item.id}
          onDone={() => {
            setSent(sent + 1);
            onDone();
          }}
        />
      )}
    </Card>
  );
}

import { useSearch } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { ActionButton, Card, Notice, Page, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { stopMailDocument } from './notices-documents.js';

export { words } from './words.js';

/** What the link in a mail carries. */
type StopMailSearch = { readonly t?: string };

/** Where the link in a mail leads. It asks once more: programs that only look at links must not stop anything. */
export function StopMailPage(): ReactElement {
  const { t } = useTexts();
  const { t: token = '' }: StopMailSearch = useSearch({ from: '/stop-mail' });
  const [isStopped, setStopped] = useState(false);
  const stop = useAction(stopMailDocument, (data) => data.stopNotificationMail);
  return (
    <Page title={t('stopMail.title')} lead={t('stopMail.lead')}>
      <Card>
        {isStopped ? (
          <Notice tone="good">{t('stopMail.done')}</Notice>
        ) : (
          <ActionButton
            viewerActions={['STOP']}
            action="STOP"
            label={t('stopMail.stop')}
            onRun={() => stop({ input: { token } })}
            onDone={() => setStopped(true)}
          />
        )}
      </Card>
    </Page>
  );
}

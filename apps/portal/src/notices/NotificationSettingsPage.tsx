import { useState, type ReactElement } from 'react';
import { EmptyState, Notice, Page, QueryView, SignedIn, Skeleton, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { AddressCard } from './AddressCard.js';
import { ChoicesForm } from './ChoicesForm.js';
import { settingsDocument } from './notices-documents.js';

export { words } from './words.js';

/** How the viewer wants to be told: where mail goes, of what, and when. */
export function NotificationSettingsPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('noticeSettings.title')} lead={t('noticeSettings.lead')}>
      <SignedIn>
        <Settings />
      </SignedIn>
    </Page>
  );
}

function Settings(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(settingsDocument, {});
  const [done, setDone] = useState<string>();
  const after = (what: string) => (): void => {
    setDone(what);
    query.reload();
  };
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="50rem" />}
      isEmpty={({ viewer }) => !viewer.notificationSettings}
      empty={<EmptyState title={t('noticeSettings.none')}>{t('noticeSettings.noneLead')}</EmptyState>}
    >
      {({ viewer: { notificationSettings: settings } }) =>
        settings && (
          <Stack gap="large">
            {done !== undefined && <Notice tone="good">{t(`noticeSettings.done.${done}`)}</Notice>}
            {settings.hasMail ? (
              <AddressCard settings={settings} onDone={(what) => after(what)()} />
            ) : (
              <Notice tone="info">{t('noticeSettings.noMail')}</Notice>
            )}
            <ChoicesForm settings={settings} onDone={after('saved')} />
          </Stack>
        )
      }
    </QueryView>
  );
}

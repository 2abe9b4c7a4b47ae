import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Card, CardGrid, Page, SignedIn, SoftText, useTexts } from '@guildhall/ui';
import { settingsPlaces } from './settings-places.js';

export { words } from './words.js';

/** Everything that a person decides about themselves, in one place. */
export function SettingsPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('settings.title')} lead={t('settings.lead')}>
      <SignedIn>
        <CardGrid>
          {settingsPlaces.map(({ to, words }) => (
            <Card key={to} as="article">
              <h2>
                <Link to={to}>{t(`settings.places.${words}.title`)}</Link>
              </h2>
              <SoftText>{t(`settings.places.${words}.lead`)}</SoftText>
            </Card>
          ))}
        </CardGrid>
      </SignedIn>
    </Page>
  );
}

import type { ReactElement } from 'react';
import { Notice, Page, SignedIn, useTexts } from '@guildhall/ui';

/** A page for people who are signed in. */
export function ClosedPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('closed.title')}>
      <SignedIn>
        <Notice tone="good">{t('closed.inside')}</Notice>
      </SignedIn>
    </Page>
  );
}

/** A page that cannot be drawn, to show what stands in its place. */
export function FaultyPage(): ReactElement {
  throw new Error('This page always fails.');
}

import type { ReactElement } from 'react';
import { Button, Card, Page, QueryView, useGraphQuery, useTexts } from '@guildhall/ui';

type ViewerAnswer = { readonly viewer: { readonly subject: string } };

/** A page that asks a real gateway who is here. */
export function LivePage(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery<ViewerAnswer, Record<string, never>>('query Viewer { viewer { subject } }', {});
  return (
    <Page title={t('queries.title')} actions={<Button onPress={query.reload}>{t('shell.reload')}</Button>}>
      <QueryView query={query}>{({ viewer }) => <Card>{viewer.subject}</Card>}</QueryView>
    </Page>
  );
}

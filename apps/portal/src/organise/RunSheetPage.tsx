import type { ReactElement } from 'react';
import { Button, Page, QueryView, SignedIn, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { usePlaceParam } from '../parts/use-place.js';
import { organiseDocument } from './organise-document.js';
import styles from './organise.module.css';
import { RunSheetTable } from './RunSheetTable.js';

export { words } from './words.js';

/** The run sheet alone, to be printed and handed out. */
export function RunSheetPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('organise.runSheet')}>
      <SignedIn>
        <PrintedSheet activityId={usePlaceParam('activityId')} />
      </SignedIn>
    </Page>
  );
}

function PrintedSheet({ activityId }: { readonly activityId: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(organiseDocument, { id: activityId });
  return (
    <QueryView query={query} isEmpty={({ activity }) => !activity?.organising}>
      {({ activity }) => (
        <Stack>
          <h2>{activity?.title}</h2>
          <RunSheetTable items={activity?.organising?.runSheet ?? []} />
          <div className={styles.screenOnly}>
            <Button onPress={() => window.print()}>{t('organise.printNow')}</Button>
          </div>
        </Stack>
      )}
    </QueryView>
  );
}

import { Suspense, type ReactElement } from 'react';
import { Cluster, Page, SignedIn, Skeleton, Stack, useTexts } from '@guildhall/ui';
import { LearningSections } from '../learning/LearningSections.js';
import { lazyPart } from '../parts/lazy-part.js';
import { FindGroups } from './FindGroups.js';
import { MyStudy } from './MyStudy.js';
import { StudyReports } from './StudyReports.js';

export { words } from './words.js';

const FoundGroup = lazyPart(() => import('./FoundGroup.js'), 'FoundGroup');

/** The viewer's study groups, and those they might join. */
export function StudyPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('study.pageTitle')} lead={t('study.lead')}>
      <Stack gap="large">
        <LearningSections current="/study" />
        <SignedIn>
          <Stack gap="large">
            <MyStudy />
            <Suspense fallback={<Skeleton height="2.75rem" width="12rem" />}>
              <Cluster>
                <FoundGroup />
              </Cluster>
            </Suspense>
            <FindGroups />
            <StudyReports />
          </Stack>
        </SignedIn>
      </Stack>
    </Page>
  );
}

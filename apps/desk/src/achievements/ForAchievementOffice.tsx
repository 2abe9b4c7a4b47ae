import { EmptyState, QueryView, useGraphQuery, useTexts } from '@guildhall/ui';
import type { ReactElement, ReactNode } from 'react';
import { AchievementOfficeDocument } from '../generated/roles/graphql.js';

/** Shows a page to those who write achievements, with what they may do, and a friendly word to everybody else. */
export function ForAchievementOffice({
  children,
}: {
  readonly children: (actions: readonly string[]) => ReactNode;
}): ReactElement {
  const query = useGraphQuery(AchievementOfficeDocument, {});
  return (
    <QueryView query={query} isEmpty={({ viewer }) => viewer.achievementActions.length === 0} empty={<NotYours />}>
      {({ viewer }) => children(viewer.achievementActions)}
    </QueryView>
  );
}

function NotYours(): ReactElement {
  const { t } = useTexts();
  return (
    <EmptyState picture="door" title={t('achievements.notYours')}>
      {t('achievements.notYoursLead')}
    </EmptyState>
  );
}

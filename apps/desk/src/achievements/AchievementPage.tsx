import { Page, QueryView, SkeletonList, useGraphQuery, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { OneAchievementDocument } from '../generated/achievement/graphql.js';
import { AchievementView } from './AchievementView.js';
import { ForAchievementOffice } from './ForAchievementOffice.js';
import { MissingAchievement } from './MissingAchievement.js';
import { useAchievementId } from './use-achievement-id.js';
import { useBothWords } from './use-both-words.js';

export { words } from './words.js';

/** One version of an achievement in both languages, and what the viewer may do about it. */
export function AchievementPage(): ReactElement {
  const { t } = useTexts();
  const both = useBothWords();
  const id = useAchievementId();
  const query = useGraphQuery(OneAchievementDocument, { id });
  const achievement = query.data?.achievement;
  return (
    <Page title={achievement ? both(achievement.title) : t('achievements.one')}>
      <ForAchievementOffice>
        {() => (
          <QueryView
            query={query}
            skeleton={<SkeletonList height="16rem" />}
            isEmpty={(data) => !data.achievement}
            empty={<MissingAchievement />}
          >
            {(data) =>
              data.achievement && (
                // A version that was begun from this one has actions of its own.
                <AchievementView key={id} achievement={data.achievement} onChange={query.reload} />
              )
            }
          </QueryView>
        )}
      </ForAchievementOffice>
    </Page>
  );
}

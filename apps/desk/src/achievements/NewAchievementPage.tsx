import { Page, useGraphMutation, useTexts } from '@guildhall/ui';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { DraftAchievementDocument } from '../generated/achievement-forms/graphql.js';
import { emptyAchievement } from './achievement-form.js';
import { AchievementForm } from './AchievementForm.js';
import { ForAchievementOffice } from './ForAchievementOffice.js';

export { words } from './words.js';

/** Writes a new achievement, a draft that another union officer publishes. */
export function NewAchievementPage(): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  const draft = useGraphMutation(DraftAchievementDocument);
  return (
    <Page title={t('achievements.write')} lead={t('achievements.writeLead')}>
      <ForAchievementOffice>
        {() => (
          <AchievementForm
            initial={emptyAchievement}
            submitLabel={t('achievements.save')}
            onSave={async (input, idempotencyKey) => {
              const { data, problem } = await draft({ input: { ...input, idempotencyKey } });
              return { result: data?.draftAchievement, problem };
            }}
            onDone={(result) => {
              if (result.__typename !== 'DraftAchievementSuccess') return;
              const params = { achievementId: result.achievement.id };
              void navigate({ to: '/achievements/$achievementId', params });
            }}
          />
        )}
      </ForAchievementOffice>
    </Page>
  );
}

import { EmptyState, Page, QueryView, SkeletonList, useGraphMutation, useGraphQuery, useTexts } from '@guildhall/ui';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { EditAchievementDocument } from '../generated/achievement-forms/graphql.js';
import { OneAchievementDocument, type WrittenAchievementFragment } from '../generated/achievement/graphql.js';
import { achievementValues } from './achievement-form.js';
import { AchievementForm } from './AchievementForm.js';
import { ForAchievementOffice } from './ForAchievementOffice.js';
import { MissingAchievement } from './MissingAchievement.js';
import { useAchievementId } from './use-achievement-id.js';

export { words } from './words.js';

/** Changes a draft of the viewer's own. */
export function EditAchievementPage(): ReactElement {
  const { t } = useTexts();
  const id = useAchievementId();
  const query = useGraphQuery(OneAchievementDocument, { id });
  return (
    <Page title={t('achievements.edit')} lead={t('achievements.editLead')}>
      <ForAchievementOffice>
        {() => (
          <QueryView
            query={query}
            skeleton={<SkeletonList height="16rem" />}
            isEmpty={({ achievement }) => !achievement}
            empty={<MissingAchievement />}
          >
            {({ achievement }) => achievement && <EditOwn key={id} achievement={achievement} />}
          </QueryView>
        )}
      </ForAchievementOffice>
    </Page>
  );
}

function EditOwn({ achievement }: { readonly achievement: WrittenAchievementFragment }): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  const edit = useGraphMutation(EditAchievementDocument);
  // As it stood when the page was opened: what is typed stays when somebody publishes it meanwhile, and the answer then says so.
  const [{ id, canEdit, initial }] = useState(() => ({
    id: achievement.id,
    canEdit: achievement.viewerActions.includes('EDIT'),
    initial: achievementValues(achievement),
  }));
  if (!canEdit)
    return (
      <EmptyState picture="door" title={t('achievements.notEditable')}>
        {t('achievements.notEditableLead')}
      </EmptyState>
    );
  return (
    <AchievementForm
      initial={initial}
      submitLabel={t('achievements.save')}
      onSave={async (input) => {
        const { data, problem } = await edit({ input: { ...input, achievementId: id } });
        return { result: data?.editAchievement, problem };
      }}
      onDone={() => void navigate({ to: '/achievements/$achievementId', params: { achievementId: id } })}
    />
  );
}

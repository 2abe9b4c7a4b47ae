import { ActionButton, buttonClass, Cluster, useGraphMutation, useTexts, type Outcome } from '@guildhall/ui';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  DiscardAchievementDocument,
  DraftAchievementVersionDocument,
  PublishAchievementDocument,
  RetireAchievementDocument,
} from '../generated/achievement/graphql.js';
import type { AchievementProps } from './AchievementView.js';

/** What the viewer may do to a version: edit or remove a draft, publish another officer's, begin the next one, take it out of use. */
export function AchievementActions({ achievement, onChange }: AchievementProps): ReactElement | null {
  const { t } = useTexts();
  const publish = useGraphMutation(PublishAchievementDocument);
  const retire = useGraphMutation(RetireAchievementDocument);
  const { id: achievementId, number, viewerActions } = achievement;
  if (viewerActions.length === 0) return null;
  const shared = { viewerActions, onDone: onChange };
  const sure = (name: 'publish' | 'publishNext' | 'retire') => ({
    title: t(`achievements.${name}Title`),
    body: t(`achievements.${name}Body`, { before: number - 1 }),
    label: t(`achievements.${name === 'retire' ? 'retire' : 'publish'}`),
  });
  return (
    <Cluster>
      {viewerActions.includes('EDIT') && (
        <Link
          to="/achievements/$achievementId/edit"
          params={{ achievementId }}
          className={buttonClass}
          data-look="primary"
        >
          {t('achievements.edit')}
        </Link>
      )}
      <ActionButton
        {...shared}
        action="PUBLISH"
        look="primary"
        label={t('achievements.publish')}
        confirm={sure(number > 1 ? 'publishNext' : 'publish')}
        onRun={async () => {
          const { data, problem } = await publish({ input: { achievementId } });
          return { result: data?.publishAchievement, problem };
        }}
      />
      <NextVersion {...{ achievementId, viewerActions }} />
      <ActionButton
        {...shared}
        action="RETIRE"
        look="danger"
        label={t('achievements.retire')}
        confirm={sure('retire')}
        onRun={async () => {
          const { data, problem } = await retire({ input: { achievementId } });
          return { result: data?.retireAchievement, problem };
        }}
      />
      <Discard {...{ achievementId, viewerActions }} />
    </Cluster>
  );
}

type VersionActionProps = { readonly achievementId: string; readonly viewerActions: readonly string[] };

/** Begins the next version and leads to it: to its form, or to its page where another officer is writing it already. */
function NextVersion({ achievementId, viewerActions }: VersionActionProps): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  const draft = useGraphMutation(DraftAchievementVersionDocument);
  const run = async (): Promise<Outcome> => {
    const { data, problem } = await draft({ input: { achievementId } });
    const result = data?.draftAchievementVersion;
    if (result?.__typename === 'DraftAchievementVersionSuccess') {
      const next = result.achievement;
      const to = next.viewerActions.includes('EDIT')
        ? '/achievements/$achievementId/edit'
        : '/achievements/$achievementId';
      await navigate({ to, params: { achievementId: next.id } });
    }
    return { result, problem };
  };
  return <ActionButton {...{ viewerActions }} action="DRAFT_VERSION" label={t('achievements.next')} onRun={run} />;
}

/** Removes a draft and leads back to the others. */
function Discard({ achievementId, viewerActions }: VersionActionProps): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  const discard = useGraphMutation(DiscardAchievementDocument);
  return (
    <ActionButton
      {...{ viewerActions }}
      action="DISCARD"
      look="danger"
      label={t('achievements.discard')}
      confirm={{
        title: t('achievements.discardTitle'),
        body: t('achievements.discardBody'),
        label: t('achievements.discard'),
      }}
      onDone={() => void navigate({ to: '/achievements' })}
      onRun={async () => {
        const { data, problem } = await discard({ input: { achievementId } });
        return { result: data?.discardAchievement, problem };
      }}
    />
  );
}

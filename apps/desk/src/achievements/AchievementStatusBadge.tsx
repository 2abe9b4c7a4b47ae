import { StatusBadge, useTexts, type Tone } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { AchievementStatus } from '../generated/achievement/graphql.js';

const tones: Readonly<Record<AchievementStatus, Tone>> = { DRAFT: 'info', PUBLISHED: 'good', RETIRED: 'neutral' };

/** Where a version of an achievement stands, in a word. */
export function AchievementStatusBadge({ status }: { readonly status: AchievementStatus }): ReactElement {
  const { t } = useTexts();
  return <StatusBadge tone={tones[status]}>{t(`achievements.status.${status}`)}</StatusBadge>;
}

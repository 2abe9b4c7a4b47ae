import type { ReactElement, ReactNode } from 'react';
import { SoftText, useTexts } from '@guildhall/ui';
import { ActivityCard } from '../activities/ActivityCard.js';
import type { FoundActivity } from './found-document.js';
import { languageName } from './language-name.js';

type FoundCardProps = {
  readonly activity: FoundActivity;
  readonly heading?: 'h2' | 'h3';
  /** Why it is shown, where there is a reason. */
  readonly children?: ReactNode;
};

/** An activity with what it is found by: its languages, what makes it easier to take part in, and friends who go. */
export function FoundCard({ activity, heading, children }: FoundCardProps): ReactElement {
  const { t, language } = useTexts();
  const { languages, accessFeatures, friendsGoing } = activity;
  const names = (friendsGoing ?? []).flatMap(({ displayName }) => displayName ?? []);
  const marks = [
    ...languages.map((tag) => languageName(tag, language)),
    ...accessFeatures.map((feature) => t(`finding.access.${feature}`)),
  ];
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return (
    <ActivityCard activity={activity} heading={heading}>
      {names.length > 0 && <SoftText isSmall>{t('finding.friendsGo', { names: list.format(names) })}</SoftText>}
      {marks.length > 0 && <SoftText isSmall>{marks.join(' · ')}</SoftText>}
      {children}
    </ActivityCard>
  );
}

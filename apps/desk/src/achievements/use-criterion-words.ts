import { useTexts } from '@guildhall/ui';
import type { WrittenAchievementFragment } from '../generated/achievement/graphql.js';

type Criterion = WrittenAchievementFragment['criteria'][number];

/** Says what a criterion asks for and how much of it. */
export function useCriterionWords(): (criterion: Criterion) => string {
  const { t } = useTexts();
  return ({ kind, measure, amount, activityKind, positionKind, path }) => {
    const evidence = t(`evidence.${kind}`);
    const subject = narrowedTo(t, { activityKind, positionKind, path });
    const what = subject === undefined ? evidence : t('achievements.ofSubject', { what: evidence, subject });
    if (measure !== 'MINUTES') return t(`achievements.asks.${measure}`, { what, count: amount });
    const [hours, minutes] = [Math.floor(amount / 60), amount % 60];
    const time = [
      ...(hours > 0 ? [t('achievements.hours', { count: hours })] : []),
      ...(minutes > 0 ? [t('achievements.minutes', { count: minutes })] : []),
    ].join(' ');
    return t('achievements.asks.MINUTES', { what, time });
  };
}

type Narrowing = Pick<Criterion, 'activityKind' | 'positionKind' | 'path'>;

function narrowedTo(
  t: ReturnType<typeof useTexts>['t'],
  { activityKind, positionKind, path }: Narrowing,
): string | undefined {
  if (positionKind) return t(`office.${positionKind}`);
  return activityKind ? t(`activityKind.${activityKind}`) : path?.title;
}

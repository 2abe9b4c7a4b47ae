import { Card, Cluster, DateTimeText, SoftText, Stack, useTexts } from '@guildhall/ui';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { WrittenAchievementFragment } from '../generated/achievement/graphql.js';
import { AchievementActions } from './AchievementActions.js';
import { AchievementStatusBadge } from './AchievementStatusBadge.js';
import styles from './achievements.module.css';
import { useCriterionWords } from './use-criterion-words.js';

/** An achievement to show, and what follows a change. */
export type AchievementProps = {
  readonly achievement: WrittenAchievementFragment;
  readonly onChange: () => void;
};

/** Everything a version says, what can be done about it first. */
export function AchievementView({ achievement, onChange }: AchievementProps): ReactElement {
  const { t } = useTexts();
  const { number, status, publishedAt, title, summary } = achievement;
  return (
    <Stack gap="large">
      <Card>
        <Cluster>
          <AchievementStatusBadge status={status} />
          <SoftText isSmall>
            {t('achievements.version', { number })}
            {publishedAt != null && (
              <>
                {' '}
                · {t('achievements.publishedOn')} <DateTimeText instant={publishedAt} show="day" />
              </>
            )}
          </SoftText>
        </Cluster>
        <p>{t(`achievements.meaning.${meaningOf(achievement)}`)}</p>
        <AchievementActions {...{ achievement, onChange }} />
      </Card>
      <Card>
        <h2>{t('achievements.saysEn')}</h2>
        <div className={styles.words} lang="en">
          <strong>{title.en}</strong>
          <p>{summary.en}</p>
        </div>
        <h2>{t('achievements.saysZh')}</h2>
        <div className={styles.words} lang="zh-CN">
          <strong>{title.zh}</strong>
          <p>{summary.zh}</p>
        </div>
      </Card>
      <Asked achievement={achievement} />
      <Link to="/achievements">{t('achievements.toAll')}</Link>
    </Stack>
  );
}

/** A draft means something else to who wrote it than to who can publish it. */
function meaningOf({ status, viewerActions }: WrittenAchievementFragment): string {
  if (status !== 'DRAFT') return status;
  return viewerActions.includes('PUBLISH') ? 'TO_PUBLISH' : 'DRAFT';
}

function Asked({ achievement }: Pick<AchievementProps, 'achievement'>): ReactElement {
  const { t } = useTexts();
  const say = useCriterionWords();
  const { criteria, skills, validDays } = achievement;
  return (
    <Card>
      <h2>{t('achievements.criteria')}</h2>
      <ul className={styles.list}>
        {criteria.map((criterion, index) => (
          <li key={index}>{say(criterion)}</li>
        ))}
      </ul>
      <h2>{t('achievements.skills')}</h2>
      {skills.length === 0 ? (
        <SoftText>{t('achievements.noSkills')}</SoftText>
      ) : (
        <ul className={styles.list}>
          {skills.map(({ en, zh }) => (
            <li key={en}>
              <span lang="en">{en}</span> · <span lang="zh-CN">{zh}</span>
            </li>
          ))}
        </ul>
      )}
      <h2>{t('achievements.validity')}</h2>
      <p>{validDays == null ? t('achievements.forGood') : t('achievements.lasts', { count: validDays })}</p>
    </Card>
  );
}

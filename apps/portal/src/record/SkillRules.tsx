import type { ReactElement } from 'react';
import { useTexts } from '@guildhall/ui';
import type { RuleFragment } from '../generated/graphql.js';
import styles from './record.module.css';

/** What shows a skill, rule by rule in words. */
export function SkillRules({ rules }: { readonly rules: readonly RuleFragment[] }): ReactElement {
  const { t } = useTexts();
  const say = ({ kind, activityKind, positionKind, path }: RuleFragment): string => {
    const what = t(`recordKind.${kind}`);
    if (activityKind) return t('skills.of', { what, kind: t(`activityKind.${activityKind}`) });
    if (positionKind) return t('skills.of', { what, kind: t(`office.${positionKind}`) });
    if (path) return t('skills.of', { what, kind: path.title });
    return kind === 'ATTENDANCE' || kind === 'LED_ACTIVITY' ? t('skills.any', { what }) : what;
  };
  return (
    <ul className={styles.rules}>
      {rules.map(say).map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

import type { ReactElement } from 'react';
import { Card, DateTimeText, SoftText, useTexts } from '@guildhall/ui';
import styles from '../department/department.module.css';
import type { DepartmentOverviewQuery } from '../generated/graphql.js';

type Figures = NonNullable<NonNullable<DepartmentOverviewQuery['viewer']['department']>['figures']>;
type Figure = Figures['received'];

/** The department's own work of twelve months; a figure that stands for too few students is withheld, and says so. */
export function FiguresCard({ figures }: { readonly figures: Figures }): ReactElement {
  const { t } = useTexts();
  const { since, threshold, received, late, medianDays, answers } = figures;
  const all: readonly (readonly [string, Figure])[] = [
    [t('figure.received'), received],
    [t('figure.medianDays'), medianDays],
    [t('figure.late'), late],
    ...answers.map((cell) => [t(`decision.${cell.decision}`), cell.answers] as const),
  ];
  return (
    <Card>
      <h2>{t('figure.title')}</h2>
      <SoftText>
        {t('figure.since')} <DateTimeText instant={since} show="day" />
      </SoftText>
      <dl className={styles.figures}>
        {all.map(([name, { value, suppressed }]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{suppressed ? t('figure.withheld') : value}</dd>
          </div>
        ))}
      </dl>
      <SoftText isSmall>{t('figure.threshold', { threshold })}</SoftText>
    </Card>
  );
}

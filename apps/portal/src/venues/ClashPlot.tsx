import type { ReactElement } from 'react';
import { DateTimeText, SoftText, useTexts } from '@guildhall/ui';
import type { PlanPreviewQuery } from '../generated/graphql.js';
import styles from './venues.module.css';

type Clashes = NonNullable<PlanPreviewQuery['planPreview']>['clashes'];
type Span = { readonly startsAt: string; readonly endsAt: string };

/** When the plan is and what is on at the same time, as bars over one stretch; each says in words what its bar shows. */
export function ClashPlot({ plan, clashes }: { readonly plan: Span; readonly clashes: Clashes }): ReactElement {
  const { t } = useTexts();
  const rivals = [...clashes.shared, ...clashes.sameKind].flatMap(({ activity, sharedMembers }) =>
    activity ? [{ ...activity, sharedMembers }] : [],
  );
  const spans: readonly Span[] = [plan, ...rivals];
  const from = Math.min(...spans.map(({ startsAt }) => Date.parse(startsAt)));
  const length = Math.max(1, Math.max(...spans.map(({ endsAt }) => Date.parse(endsAt))) - from);
  const bar = ({ startsAt, endsAt }: Span) => ({
    insetInlineStart: `${((Date.parse(startsAt) - from) / length) * 100}%`,
    width: `${((Date.parse(endsAt) - Date.parse(startsAt)) / length) * 100}%`,
  });
  const row = (span: Span, isOwn: boolean): ReactElement => (
    <div className={styles.track} aria-hidden="true">
      <div className={styles.bar} data-own={isOwn} style={bar(span)} />
    </div>
  );
  return (
    <ul className={styles.plot}>
      <li>
        <strong>{t('preview.thisPlan')}</strong>
        {row(plan, true)}
      </li>
      {rivals.map((rival) => (
        <li key={rival.id}>
          <span>
            {rival.title} · <DateTimeText instant={rival.startsAt} />
          </span>
          {typeof rival.sharedMembers === 'number' && (
            <SoftText isSmall>{t('preview.sharedMembers', { count: rival.sharedMembers })}</SoftText>
          )}
          {row(rival, false)}
        </li>
      ))}
    </ul>
  );
}

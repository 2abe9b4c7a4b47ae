import type { ReactElement, ReactNode } from 'react';
import { Button, EmptyState, QueryView, SkeletonList, useGraphQuery, useSession, useTexts } from '@guildhall/ui';
import type { InsightsFactsQuery } from '../generated/graphql.js';
import { InsightsFactsDocument } from '../generated/graphql.js';

/** What holds for every figure: the current academic year, and from how many people on this viewer sees a number. */
export type InsightsFacts = NonNullable<InsightsFactsQuery['insights']>;

/**
 * Shows a page to people who may see aggregates, and a friendly word to everybody else. It saves a visitor an empty page and is no
 * protection: the services decide who sees which number.
 */
export function ForAnalysts({ children }: { readonly children: (facts: InsightsFacts) => ReactNode }): ReactElement {
  const query = useGraphQuery(InsightsFactsDocument, {});
  return (
    <QueryView query={query} skeleton={<SkeletonList height="14rem" />}>
      {({ insights }) => {
        if (insights) return children(insights);
        // Null with a problem is a service that is silent, which the notice above tells; only null without one is an answer.
        return query.problem === undefined ? <NotForYou /> : null;
      }}
    </QueryView>
  );
}

function NotForYou(): ReactElement {
  const { t } = useTexts();
  const { session } = useSession();
  const signOut = <Button onPress={() => void session.signOut()}>{t('shell.signOut')}</Button>;
  return (
    <EmptyState picture="door" title={t('notForYou.title')} action={signOut}>
      {t('notForYou.lead')}
    </EmptyState>
  );
}

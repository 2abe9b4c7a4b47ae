import type { ReactElement, ReactNode } from 'react';
import type { GraphQuery } from '../graph/use-graph-query.js';
import { useTexts } from '../texts/texts.js';
import styles from './blocks.module.css';
import { Button } from './Button.js';
import { Cluster } from './Layout.js';
import { EmptyState } from './EmptyState.js';
import { Notice } from './Notice.js';
import { ProblemNotice } from './ProblemNotice.js';
import { SkeletonList } from './Skeleton.js';

/** A query and how each of its states looks. */
export type QueryViewProps<Result> = {
  readonly query: GraphQuery<Result>;
  /** As large as what will come. */
  readonly skeleton?: ReactNode;
  readonly isEmpty?: (data: Result) => boolean;
  /** What an empty answer says; a general word if left out. */
  readonly empty?: ReactNode;
  readonly children: (data: Result) => ReactNode;
};

/** Draws a query in every state: loading, empty, refused, offline, partial, out of date, and well. */
export function QueryView<Result>({ query, skeleton, isEmpty, empty, children }: QueryViewProps<Result>): ReactElement {
  const { t } = useTexts();
  const { data, problem, isLoading, isStale } = query;
  if (isLoading) return <>{skeleton ?? <SkeletonList />}</>;
  if (data === undefined) return <NoData query={query} />;
  const isNothing = isEmpty?.(data) === true && problem === undefined;
  return (
    <div className={styles.query} aria-busy={isStale}>
      {isStale && <span className={styles.refreshing} />}
      {problem !== undefined && <PartialNotice query={query} />}
      {isNothing
        ? (empty ?? <EmptyState title={t('query.emptyTitle')}>{t('query.emptyLead')}</EmptyState>)
        : children(data)}
    </div>
  );
}

function NoData<Result>({ query: { problem, reload } }: { readonly query: GraphQuery<Result> }): ReactElement {
  const { t } = useTexts();
  const retry = (
    <Button onPress={reload} look="plain">
      {t('query.retry')}
    </Button>
  );
  if (problem?.kind === 'offline') {
    return (
      <EmptyState picture="cloud" title={t('query.offlineTitle')} action={retry}>
        {t('query.offlineLead')}
      </EmptyState>
    );
  }
  return (
    <ProblemNotice problem={problem ?? { kind: 'unreachable' }} title={t('query.problemTitle')}>
      <Cluster>{retry}</Cluster>
    </ProblemNotice>
  );
}

function PartialNotice<Result>({
  query: { problem, reload },
}: {
  readonly query: GraphQuery<Result>;
}): ReactElement | null {
  const { t } = useTexts();
  // Without a connection the banner of the shell says it once for the whole page.
  if (problem === undefined || problem.kind === 'offline') return null;
  return (
    <Notice tone="warn">
      <span>{t('query.partial')}</span>
      {problem.requestId !== undefined && (
        <span>
          {t('query.requestId')}: <code>{problem.requestId}</code>
        </span>
      )}
      <Cluster>
        <Button onPress={reload}>{t('query.retry')}</Button>
      </Cluster>
    </Notice>
  );
}

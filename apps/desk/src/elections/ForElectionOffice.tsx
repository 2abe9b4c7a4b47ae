import { EmptyState, partOf, QueryView, useGraphQuery, useTexts } from '@guildhall/ui';
import type { ReactElement, ReactNode } from 'react';
import { ElectionOfficeDocument, type ElectionOfficeQuery } from '../generated/elections/graphql.js';

/** What the person at the desk may do about elections, and of which they keep a key. */
export type ElectionOffice = {
  readonly actions: readonly string[];
  readonly kept: NonNullable<ElectionOfficeQuery['viewer']['electionsAsTrustee']>;
};

/** Shows a page to those who run elections, decide appeals or keep a key, and a friendly word to everybody else. */
export function ForElectionOffice({
  children,
}: {
  readonly children: (office: ElectionOffice) => ReactNode;
}): ReactElement {
  const query = partOf(useGraphQuery(ElectionOfficeDocument, {}), ({ viewer }) => readOffice(viewer));
  return (
    <QueryView query={query} isEmpty={({ actions, kept }) => actions.length + kept.length === 0} empty={<NotYours />}>
      {children}
    </QueryView>
  );
}

function readOffice({
  electionActions,
  electionsAsTrustee,
}: ElectionOfficeQuery['viewer']): ElectionOffice | undefined {
  // Null while membership is silent; the notice says so.
  if (!electionActions) return undefined;
  return { actions: electionActions, kept: electionsAsTrustee ?? [] };
}

function NotYours(): ReactElement {
  const { t } = useTexts();
  return (
    <EmptyState picture="door" title={t('elections.notYours')}>
      {t('elections.notYoursLead')}
    </EmptyState>
  );
}

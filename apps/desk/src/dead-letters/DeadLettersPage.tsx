import { EmptyState, Notice, Page, QueryView, SkeletonList, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { DeadLettersQuery } from '../generated/dead-letters/graphql.js';
import { DeadLettersDocument } from '../generated/dead-letters/graphql.js';
import { ForRoles } from '../roles/ForRoles.js';
import { pageRoles } from '../roles/page-roles.js';
import { DeadLetterCard } from './DeadLetterCard.js';

export { words } from './words.js';

type Operations = NonNullable<DeadLettersQuery['operations']>;

/** Events that a service could not apply, the oldest first, and what to do about each. */
export function DeadLettersPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('deadLetters.title')} lead={t('deadLetters.lead')}>
      <ForRoles roles={pageRoles.deadLetters}>{() => <DeadLetters />}</ForRoles>
    </Page>
  );
}

function DeadLetters(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(DeadLettersDocument, {});
  const calm = (
    <EmptyState picture="letter" title={t('deadLetters.emptyTitle')}>
      {t('deadLetters.emptyLead')}
    </EmptyState>
  );
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList height="11rem" />}
      isEmpty={({ operations }) => !operations || pagesOf(operations).every(({ edges }) => edges.length === 0)}
      empty={calm}
    >
      {({ operations }) => (operations ? <Letters operations={operations} onDone={query.reload} /> : null)}
    </QueryView>
  );
}

function Letters({
  operations,
  onDone,
}: {
  readonly operations: Operations;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const pages = pagesOf(operations);
  const letters = pages
    .flatMap(({ edges }) => edges.map(({ node }) => node))
    .toSorted((a, b) => a.diedAt.localeCompare(b.diedAt));
  return (
    <Stack>
      {letters.length > 0 && <Notice tone="info">{t('deadLetters.kept', { days: operations.deadLetterDays })}</Notice>}
      {letters.map((letter) => (
        <DeadLetterCard key={letter.id} {...{ letter, onDone }} />
      ))}
      {pages.some(({ pageInfo }) => pageInfo.hasNextPage) && <p>{t('deadLetters.more')}</p>}
    </Stack>
  );
}

/** The pages of the services that answered; the notice above tells of one that did not. */
function pagesOf(operations: Operations): readonly NonNullable<Operations['learningDeadLetters']>[] {
  const { membershipDeadLetters, activitiesDeadLetters, advocacyDeadLetters, learningDeadLetters } = operations;
  return [membershipDeadLetters, activitiesDeadLetters, advocacyDeadLetters, learningDeadLetters].filter(
    (page) => page !== null && page !== undefined,
  );
}

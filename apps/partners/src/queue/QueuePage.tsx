import type { ReactElement } from 'react';
import { Link, useSearch } from '@tanstack/react-router';
import { buttonClass, Cluster, Page, SkeletonList, Stack, useTexts } from '@guildhall/ui';
import { ForDepartment } from '../department/ForDepartment.js';
import type { QueueFilter, QueuePart, QueueSearch } from './queue-search.js';
import { queueFilters, queueParts, readQueueSearch } from './queue-search.js';
import { QueueRows } from './QueueRows.js';

/** The department's queue. Which part of it is shown, and whose, stands in the address. */
export function QueuePage(): ReactElement {
  const { t } = useTexts();
  const { show = 'open', only = 'all' } = useSearch({ strict: false, select: readQueueSearch });
  return (
    <Page title={t('queue.title')} lead={t('queue.lead')}>
      <ForDepartment skeleton={<SkeletonList count={4} height="4rem" />}>
        {({ name }) => (
          <Stack>
            <Choices label={t('queue.parts')} of={queueParts} chosen={show} search={(part) => searchFor(part, 'all')}>
              {(part) => t(`queue.${part}`)}
            </Choices>
            {show === 'open' && (
              <Choices
                label={t('queue.filters')}
                of={queueFilters}
                chosen={only}
                search={(filter) => searchFor(show, filter)}
              >
                {(filter) => t(`queue.only.${filter}`)}
              </Choices>
            )}
            <QueueRows key={`${show}/${only}`} part={show} only={only} department={name} />
          </Stack>
        )}
      </ForDepartment>
    </Page>
  );
}

function searchFor(part: QueuePart, filter: QueueFilter): QueueSearch {
  return { ...(part !== 'open' && { show: part }), ...(filter !== 'all' && { only: filter }) };
}

type ChoicesProps<Choice extends string> = {
  readonly label: string;
  readonly of: readonly Choice[];
  readonly chosen: Choice;
  readonly search: (choice: Choice) => QueueSearch;
  readonly children: (choice: Choice) => string;
};

function Choices<Choice extends string>(props: ChoicesProps<Choice>): ReactElement {
  const { label, of, chosen, search, children } = props;
  return (
    <nav aria-label={label}>
      <Cluster>
        {of.map((each) => (
          <Link
            key={each}
            to="/"
            search={search(each)}
            className={buttonClass}
            data-look="choice"
            // Else the choice without a filter would be current in every part.
            activeOptions={{ exact: true }}
            aria-current={each === chosen ? 'page' : undefined}
          >
            {children(each)}
          </Link>
        ))}
      </Cluster>
    </nav>
  );
}

import type { ReactElement } from 'react';
import { Link, useSearch } from '@tanstack/react-router';
import { buttonClass, Cluster, Page, SkeletonList, Stack, useTexts } from '@guildhall/ui';
import { ForDepartment } from '../department/ForDepartment.js';
import type { QueuePart } from './queue-search.js';
import { queueParts, readQueueSearch } from './queue-search.js';
import { QueueRows } from './QueueRows.js';

/** The department's queue. Which part of it is shown stands in the address. */
export function QueuePage(): ReactElement {
  const { t } = useTexts();
  const { show = 'open' } = useSearch({ strict: false, select: readQueueSearch });
  return (
    <Page title={t('queue.title')} lead={t('queue.lead')}>
      <ForDepartment skeleton={<SkeletonList count={4} height="4rem" />}>
        {({ name }) => (
          <Stack>
            <Parts shown={show} />
            <QueueRows key={show} part={show} department={name} />
          </Stack>
        )}
      </ForDepartment>
    </Page>
  );
}

function Parts({ shown }: { readonly shown: QueuePart }): ReactElement {
  const { t } = useTexts();
  return (
    <nav aria-label={t('queue.parts')}>
      <Cluster>
        {queueParts.map((each) => (
          <Link
            key={each}
            to="/"
            search={each === 'open' ? {} : { show: each }}
            className={buttonClass}
            data-look="choice"
            // Else the part without a filter would be current in every part.
            activeOptions={{ exact: true }}
            aria-current={each === shown ? 'page' : undefined}
          >
            {t(`queue.${each}`)}
          </Link>
        ))}
      </Cluster>
    </nav>
  );
}

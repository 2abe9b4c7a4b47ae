import type { ReactElement } from 'react';
import { Link, useSearch } from '@tanstack/react-router';
import { buttonClass, Cluster, EmptyState, Page, SkeletonList, Stack, useTexts } from '@guildhall/ui';
import { ForDepartment } from '../department/ForDepartment.js';
import { EverySentReferral } from './EverySentReferral.js';
import type { QueuePart } from './queue-search.js';
import { queueParts, readQueueSearch } from './queue-search.js';
import { QueueTable } from './QueueTable.js';
import type { QueuedReferral } from './sort-queue.js';
import { sortQueue } from './sort-queue.js';

/** The department's queue. Which part of it is shown stands in the address. */
export function QueuePage(): ReactElement {
  const { t } = useTexts();
  const { show = 'open' } = useSearch({ strict: false, select: readQueueSearch });
  return (
    <Page title={t('queue.title')} lead={t('queue.lead')}>
      <ForDepartment skeleton={<SkeletonList count={4} height="6rem" />}>
        {() => <EverySentReferral>{(referrals) => <Queue referrals={referrals} part={show} />}</EverySentReferral>}
      </ForDepartment>
    </Page>
  );
}

type QueueProps = { readonly referrals: readonly QueuedReferral[]; readonly part: QueuePart };

function Queue({ referrals, part }: QueueProps): ReactElement {
  const { t, language } = useTexts();
  const rows = sortQueue(referrals, part);
  return (
    <Stack>
      <nav aria-label={t('queue.parts')}>
        <Cluster>
          {queueParts.map((each) => (
            <Link
              key={each}
              to="/"
              search={each === 'open' ? {} : { show: each }}
              className={buttonClass}
              data-look={each === part ? 'primary' : 'plain'}
              aria-current={each === part ? 'page' : undefined}
            >
              {t(`queue.${each}`)} ({sortQueue(referrals, each).length.toLocaleString(language)})
            </Link>
          ))}
        </Cluster>
      </nav>
      {rows.length === 0 ? (
        <EmptyState picture="letter" title={t(`queue.none.${part}`)}>
          {t(`queue.noneLead.${part}`)}
        </EmptyState>
      ) : (
        <QueueTable rows={rows} caption={t(`queue.${part}`)} />
      )}
    </Stack>
  );
}

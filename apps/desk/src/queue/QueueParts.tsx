import { useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { PartLinks } from '../blocks/PartLinks.js';
import type { CaseQueuePart } from '../generated/queue/graphql.js';
import { queueParts } from './queue-search.js';

/** The parts of the queue to choose from. What nobody has yet concerns only those who share out the work. */
export function QueueParts({
  part,
  isManager,
}: {
  readonly part: CaseQueuePart;
  readonly isManager: boolean;
}): ReactElement {
  const { t } = useTexts();
  return (
    <PartLinks
      label={t('queue.parts')}
      parts={queueParts
        .filter((each) => isManager || each !== 'UNASSIGNED')
        .map((each) => ({
          key: each,
          to: '/',
          search: each === 'OPEN' ? {} : { part: each },
          label: t(`queuePart.${each}`),
          isChosen: each === part,
        }))}
    />
  );
}

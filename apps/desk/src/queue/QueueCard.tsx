import { buttonClass, Card, Cluster, SoftText, useTexts } from '@guildhall/ui';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { caseCode } from '../case/case-code.js';
import { CaseBadges } from '../case/CaseBadges.js';
import { DeadlineLine } from '../case/DeadlineLine.js';
import type { QueueEntryFragment } from '../generated/queue/graphql.js';
import type { DeskViewer } from '../roles/ForRoles.js';
import { QueueActions } from './QueueActions.js';

/** One case of the queue and what is needed to act on it. */
export type QueueCardProps = {
  readonly entry: QueueEntryFragment;
  readonly viewer: DeskViewer;
  readonly onDone: () => void;
};

/** A case without a word of it: what it is about, where it stands, what is owed next, and who has it. */
export function QueueCard({ entry, viewer, onDone }: QueueCardProps): ReactElement {
  const { t } = useTexts();
  return (
    <Card as="article">
      <h2>{t('case.heading', { matter: t(`matter.${entry.matter}`), code: caseCode(entry.id) })}</h2>
      <CaseBadges item={entry} />
      {entry.nextDeadline ? (
        <DeadlineLine deadline={entry.nextDeadline} />
      ) : (
        <SoftText>{t('queue.nothingOwed')}</SoftText>
      )}
      <SoftText isSmall>
        {entry.assignee ? t('queue.assignedTo', { subject: entry.assignee }) : t('queue.unassigned')}
      </SoftText>
      <Cluster>
        {entry.assignee === viewer.subject && (
          <Link to="/cases/$caseId" params={{ caseId: entry.id }} className={buttonClass} data-look="plain">
            {t('queue.open')}
          </Link>
        )}
        <QueueActions {...{ entry, onDone }} />
      </Cluster>
    </Card>
  );
}

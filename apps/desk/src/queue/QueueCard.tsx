import { buttonClass, Card, Cluster, SoftText, StatusBadge, useTexts } from '@guildhall/ui';
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
  const isOwn = entry.assignee === viewer.subject || entry.secondWorker === viewer.subject;
  const isWatched = viewer.roles.includes('ADVICE_MANAGER') && entry.viewerActions.includes('RAISE_WALL');
  return (
    <Card as="article">
      <h2>{t('case.heading', { matter: t(`matter.${entry.matter}`), code: caseCode(entry.id) })}</h2>
      <CaseBadges item={entry} />
      {entry.flaggedAt && <StatusBadge tone="danger">{t('queue.danger')}</StatusBadge>}
      <Owed entry={entry} />
      {!isOwn && (
        <SoftText isSmall>
          {entry.assignee ? t('queue.assignedTo', { subject: entry.assignee }) : t('queue.unassigned')}
        </SoftText>
      )}
      <Cluster>
        {isOwn && (
          <Link to="/cases/$caseId" params={{ caseId: entry.id }} className={buttonClass} data-look="plain">
            {t('queue.open')}
          </Link>
        )}
        {isWatched && (
          <Link to="/cases/$caseId/oversight" params={{ caseId: entry.id }} className={buttonClass} data-look="quiet">
            {t('queue.oversight')}
          </Link>
        )}
        <QueueActions {...{ entry, onDone }} />
      </Cluster>
    </Card>
  );
}

/** What is owed next. Of a case that is over nothing is owed, and nothing need be said. */
function Owed({ entry: { nextDeadline, status } }: Pick<QueueCardProps, 'entry'>): ReactElement | null {
  const { t } = useTexts();
  if (nextDeadline) return <DeadlineLine deadline={nextDeadline} />;
  return status === 'CLOSED' || status === 'SIGNPOSTED' ? null : <SoftText>{t('queue.nothingOwed')}</SoftText>;
}

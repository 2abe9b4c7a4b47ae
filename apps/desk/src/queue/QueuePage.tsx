import { buttonClass, Cluster, Page, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { Link, Navigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { CaseQueuePart } from '../generated/queue/graphql.js';
import { DeskViewerDocument } from '../generated/roles/graphql.js';
import { ForRoles } from '../roles/ForRoles.js';
import { pageRoles } from '../roles/page-roles.js';
import { QueueParts } from './QueueParts.js';
import { QueueSection } from './QueueSection.js';
import { useQueuePart } from './use-queue-part.js';

export { words } from '../emergency/words.js';

/** The cases that need somebody, the soonest deadline first: all for the advice manager, one's own for a case worker. */
export function QueuePage(): ReactElement {
  const { t } = useTexts();
  const { data } = useGraphQuery(DeskViewerDocument, {});
  const roles = data?.viewer.appointments?.map(({ role }) => role) ?? [];
  const part = useQueuePart();
  const isManager = roles.includes('ADVICE_MANAGER');
  // Administrators have no part in cases: their work begins at the appointments.
  if (roles.includes('ADMIN') && !isManager && !roles.includes('CASE_WORKER'))
    return <Navigate to="/appointments" replace />;
  if (roles.includes('MEDIATOR') && !isManager && !roles.includes('CASE_WORKER'))
    return <Navigate to="/mediation" replace />;
  return (
    <Page title={t('queue.title')} lead={roles.length === 0 ? undefined : t(leadOf(isManager, part))}>
      <ForRoles roles={pageRoles.queue}>
        {(viewer) => (
          <Stack>
            <Cluster justify="between">
              <QueueParts {...{ part, isManager }} />
              {viewer.roles.includes('CASE_WORKER') && (
                <Cluster>
                  <Link to="/cases/new" className={buttonClass} data-look="plain">
                    {t('desk.onBehalf')}
                  </Link>
                </Cluster>
              )}
              <Link to="/ties" className={buttonClass} data-look="quiet">
                {t('desk.ties')}
              </Link>
            </Cluster>
            <QueueSection key={part} {...{ viewer, part }} />
          </Stack>
        )}
      </ForRoles>
    </Page>
  );
}

function leadOf(isManager: boolean, part: CaseQueuePart): string {
  if (part === 'OVER') return 'queue.leadOver';
  return isManager ? 'queue.leadManager' : 'queue.leadWorker';
}

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
  const elsewhere = startOf(roles);
  if (elsewhere !== undefined) return <Navigate to={elsewhere} replace />;
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

/** Where the work of those begins who have no part in the queue. */
function startOf(roles: readonly string[]): '/appointments' | '/mediation' | '/elections' | undefined {
  if (roles.includes('ADVICE_MANAGER') || roles.includes('CASE_WORKER')) return undefined;
  if (roles.includes('ADMIN')) return '/appointments';
  if (roles.includes('MEDIATOR')) return '/mediation';
  return roles.includes('RETURNING_OFFICER') ? '/elections' : undefined;
}

function leadOf(isManager: boolean, part: CaseQueuePart): string {
  if (part === 'OVER') return 'queue.leadOver';
  return isManager ? 'queue.leadManager' : 'queue.leadWorker';
}

import { EmptyState, Page, QueryView, SkeletonList, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { DeskMediationsDocument, type DeskMediationsQuery } from '../generated/mediations/graphql.js';
import { ForRoles } from '../roles/ForRoles.js';
import { pageRoles } from '../roles/page-roles.js';
import { HeldMediations } from './HeldMediations.js';
import { QueuedMediation } from './QueuedMediation.js';
import { TiesCard } from './TiesCard.js';

export { words } from './words.js';

/** What waits to be screened, signed or given to a mediator, and for mediators, what they hold. */
export function MediationsPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('mediations.title')} lead={t('mediations.lead')}>
      <ForRoles roles={pageRoles.mediation}>{() => <Mediations />}</ForRoles>
    </Page>
  );
}

function Mediations(): ReactElement {
  const query = useGraphQuery(DeskMediationsDocument, {});
  return (
    <QueryView query={query} skeleton={<SkeletonList height="13rem" />}>
      {(data) => (
        <Stack gap="large">
          <HeldMediations mediations={data.viewer.mediations?.edges ?? []} />
          <Queue queue={data.mediationQueue} onDone={query.reload} />
          {typeof data.viewer.mediatorTies === 'number' && (
            <TiesCard count={data.viewer.mediatorTies} onDone={query.reload} />
          )}
        </Stack>
      )}
    </QueryView>
  );
}

type QueueProps = { readonly queue: DeskMediationsQuery['mediationQueue']; readonly onDone: () => void };

function Queue({ queue, onDone }: QueueProps): ReactElement {
  const { t } = useTexts();
  const edges = queue?.edges ?? [];
  return (
    <Stack>
      <h2>{t('mediations.queue')}</h2>
      {edges.length === 0 && (
        <EmptyState title={t('mediations.queueEmpty')}>{t('mediations.queueEmptyLead')}</EmptyState>
      )}
      {edges.map(({ node }) => (
        <QueuedMediation key={node.id} entry={node} onDone={onDone} />
      ))}
    </Stack>
  );
}

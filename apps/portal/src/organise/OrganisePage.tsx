import { Link } from '@tanstack/react-router';
import { Suspense, type ReactElement } from 'react';
import {
  buttonClass,
  Cluster,
  EmptyState,
  Page,
  QueryView,
  SignedIn,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { lazyPart } from '../parts/lazy-part.js';
import { usePlaceParam } from '../parts/use-place.js';
import { organiseDocument } from './organise-document.js';
import { RunSheetPart } from './RunSheetPart.js';
import { TaskBoard } from './TaskBoard.js';
import { TeamPart } from './TeamPart.js';
import { SaveTemplate } from './SaveTemplate.js';

export { words } from './words.js';

/** Below the rest, so that the page never waits for them. */
const BudgetPart = lazyPart(() => import('./BudgetPart.js'), 'BudgetPart');
const SeriesPart = lazyPart(() => import('./SeriesPart.js'), 'SeriesPart');
const PoolsPart = lazyPart(() => import('./PoolsPart.js'), 'PoolsPart');
const AudiencePart = lazyPart(() => import('./AudiencePart.js'), 'AudiencePart');

/** How an activity is organised, for its team and for officers. */
export function OrganisePage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('organise.title')} lead={t('organise.lead')}>
      <SignedIn>
        <Organise activityId={usePlaceParam('activityId')} />
      </SignedIn>
    </Page>
  );
}

function Organise({ activityId }: { readonly activityId: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(organiseDocument, { id: activityId });
  const hidden = (
    <EmptyState picture="door" title={t('organise.hidden')}>
      {t('organise.hiddenLead')}
    </EmptyState>
  );
  return (
    <QueryView query={query} isEmpty={({ activity }) => !activity?.organising} empty={hidden}>
      {({ activity }) => {
        const organising = activity?.organising;
        if (!activity || !organising) return hidden;
        const part = { activity, organising, onChange: query.reload };
        return (
          <Stack gap="large">
            <Cluster>
              <Link className={buttonClass} data-look="quiet" to="/activities/$activityId" params={{ activityId }}>
                {t('organise.back')}
              </Link>
              <strong>{activity.title}</strong>
              <Link className={buttonClass} data-look="quiet" to="/organising">
                {t('organise.mine')}
              </Link>
              <SaveTemplate {...part} />
            </Cluster>
            <TeamPart {...part} />
            <TaskBoard {...part} />
            <RunSheetPart {...part} />
            <Suspense fallback={null}>
              <BudgetPart {...part} />
              <SeriesPart {...part} />
              <PoolsPart {...part} />
              <AudiencePart {...part} />
            </Suspense>
          </Stack>
        );
      }}
    </QueryView>
  );
}

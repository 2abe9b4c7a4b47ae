import { EmptyState, Page, useTexts } from '@guildhall/ui';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ForElectionOffice } from './ForElectionOffice.js';
import { PlanElectionForm } from './PlanElectionForm.js';

export { words } from './words.js';

/** Plans an election, of the whole union or of a group's committee; what is elected is chosen on the page of the election itself. */
export function PlanElectionPage(): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  return (
    <Page title={t('elections.plan')} lead={t('elections.planLead')}>
      <ForElectionOffice>
        {({ actions }) =>
          actions.includes('PLAN_ELECTION') ? (
            <PlanElectionForm
              onDone={(electionId) => void navigate({ to: '/elections/$electionId', params: { electionId } })}
            />
          ) : (
            <EmptyState picture="door" title={t('elections.notYours')}>
              {t('elections.notYoursLead')}
            </EmptyState>
          )
        }
      </ForElectionOffice>
    </Page>
  );
}

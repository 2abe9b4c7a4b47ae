import { buttonClass, Card, Page, QueryView, SkeletonList, useGraphQuery, useTexts } from '@guildhall/ui';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useCaseId } from '../case/use-case-id.js';
import { DepartmentsToProposeDocument } from '../generated/propose-mediation/graphql.js';
import { ForRoles } from '../roles/ForRoles.js';
import { pageRoles } from '../roles/page-roles.js';
import { ProposeMediationForm } from './ProposeMediationForm.js';

export { words } from './words.js';

/** Proposes mediation to the student of a case. */
export function ProposeMediationPage(): ReactElement {
  const { t } = useTexts();
  const caseId = useCaseId();
  const navigate = useNavigate();
  const query = useGraphQuery(DepartmentsToProposeDocument, {});
  const back = (
    <Link to="/cases/$caseId" params={{ caseId }} className={buttonClass} data-look="quiet">
      {t('mediations.backToCase')}
    </Link>
  );
  return (
    <Page title={t('mediations.propose')} lead={t('mediations.proposeLead')} actions={back}>
      <ForRoles roles={pageRoles.refer}>
        {() => (
          <QueryView query={query} skeleton={<SkeletonList height="20rem" />}>
            {({ departments }) => (
              <Card>
                <ProposeMediationForm
                  {...{ caseId, departments: departments ?? [] }}
                  onDone={() => void navigate({ to: '/cases/$caseId', params: { caseId } })}
                />
              </Card>
            )}
          </QueryView>
        )}
      </ForRoles>
    </Page>
  );
}

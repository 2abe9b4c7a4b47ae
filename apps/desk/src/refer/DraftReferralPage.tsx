import { buttonClass, Card, Page, QueryView, SkeletonList, partOf, useGraphQuery, useTexts } from '@guildhall/ui';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useCaseId } from '../case/use-case-id.js';
import { DepartmentsDocument } from '../generated/refer/graphql.js';
import { ForRoles } from '../roles/ForRoles.js';
import { pageRoles } from '../roles/page-roles.js';
import { DraftReferralForm } from './DraftReferralForm.js';

/** Drafts what a department would be told. Nothing leaves before the student consents. */
export function DraftReferralPage(): ReactElement {
  const { t } = useTexts();
  const caseId = useCaseId();
  const navigate = useNavigate();
  const query = partOf(useGraphQuery(DepartmentsDocument, {}), ({ departments }) => departments);
  const back = (
    <Link to="/cases/$caseId" params={{ caseId }} className={buttonClass} data-look="quiet">
      {t('referral.back')}
    </Link>
  );
  return (
    <Page title={t('referral.draftTitle')} lead={t('referral.draftLead')} actions={back}>
      <ForRoles roles={pageRoles.refer}>
        {() => (
          <QueryView query={query} skeleton={<SkeletonList height="20rem" />}>
            {(departments) => (
              <Card>
                <DraftReferralForm
                  {...{ caseId, departments }}
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

import {
  Cluster,
  DialogAction,
  Page,
  partOf,
  QueryView,
  SkeletonList,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { AllDepartmentsDocument } from '../generated/departments/graphql.js';
import { ForRoles } from '../roles/ForRoles.js';
import { pageRoles } from '../roles/page-roles.js';
import { DepartmentCard } from './DepartmentCard.js';
import { DepartmentForm } from './DepartmentForm.js';

/** Every partner department: what it is there for, who leads it, and whether it takes new referrals. */
export function DepartmentsPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('departments.title')} lead={t('departments.lead')}>
      <ForRoles roles={pageRoles.departments}>{() => <Departments />}</ForRoles>
    </Page>
  );
}

function Departments(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(AllDepartmentsDocument, {});
  const known = partOf(query, ({ departments, viewer }) => departments && { departments, viewer });
  return (
    <QueryView query={known} skeleton={<SkeletonList height="7rem" />}>
      {({ departments, viewer }) => (
        <Stack>
          <Cluster>
            <DialogAction
              viewerActions={viewer.departmentsActions}
              action="CREATE"
              look="primary"
              label={t('departments.create')}
            >
              {(close) => (
                <DepartmentForm
                  onDone={() => {
                    close();
                    query.reload();
                  }}
                />
              )}
            </DialogAction>
          </Cluster>
          {departments.map((department) => (
            <DepartmentCard key={department.id} department={department} onDone={query.reload} />
          ))}
        </Stack>
      )}
    </QueryView>
  );
}

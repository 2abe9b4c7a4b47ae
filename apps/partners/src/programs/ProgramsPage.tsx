import type { ReactElement } from 'react';
import { Card, EmptyState, Notice, Page, QueryView, SkeletonList, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { DepartmentPlaces } from '../department/DepartmentPlaces.js';
import { ForDepartment } from '../department/ForDepartment.js';
import { ForLead } from '../department/ForLead.js';
import { useSecret } from '../department/use-secret.js';
import { DepartmentProgramsDocument } from '../generated/graphql.js';
import { ProgramCard } from './ProgramCard.js';
import { RegisterProgramForm } from './RegisterProgramForm.js';

/** The department's own programs: what each may do, its secret, and its end. */
export function ProgramsPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('program.title')} lead={t('program.lead')}>
      <ForDepartment skeleton={<SkeletonList />}>
        {({ viewerActions }) => (
          <Stack>
            <DepartmentPlaces here="/programs" />
            <ForLead may={viewerActions.includes('MANAGE_CLIENTS')}>
              <Programs />
            </ForLead>
          </Stack>
        )}
      </ForDepartment>
    </Page>
  );
}

function Programs(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(DepartmentProgramsDocument, {});
  const secret = useSecret(t('program.secretLead'));
  return (
    <QueryView query={query} skeleton={<SkeletonList />}>
      {({ viewer: { department } }) =>
        department && (
          <Stack>
            {secret.shown}
            {department.secretsAreKeptBy === 'UNIVERSITY' && <Notice>{t('program.universityKeeps')}</Notice>}
            {department.apiClients.length === 0 && (
              <EmptyState picture="shelf" title={t('program.none')}>
                {t('program.noneLead')}
              </EmptyState>
            )}
            {department.apiClients.map((program) => (
              <ProgramCard key={program.id} program={program} onSecret={secret.show} />
            ))}
            <Card>
              <h2>{t('program.register')}</h2>
              <RegisterProgramForm
                departmentId={department.id}
                keeper={department.secretsAreKeptBy}
                onDone={(made) => {
                  if (made !== undefined) secret.show(made);
                  query.reload();
                }}
              />
            </Card>
          </Stack>
        )
      }
    </QueryView>
  );
}

import {
  ActionButton,
  Card,
  Cluster,
  DialogAction,
  SoftText,
  StatusBadge,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { DepartmentFactsFragment, DepartmentStatus } from '../generated/departments/graphql.js';
import { SetDepartmentStatusDocument } from '../generated/departments/graphql.js';
import { DepartmentForm } from './DepartmentForm.js';
import { LeadForm } from './LeadForm.js';

/** A department, and what follows once somebody is appointed. */
export type DepartmentCardProps = { readonly department: DepartmentFactsFragment; readonly onDone: () => void };

/** One department, and what the viewer may change of it. */
export function DepartmentCard({ department, onDone }: DepartmentCardProps): ReactElement {
  const { t } = useTexts();
  const { name, remit, contact, status, staff } = department;
  const leads = staff.filter(({ role }) => role === 'LEAD').map(({ name: called, subject }) => called ?? subject);
  return (
    <Card as="article">
      <h2>{name}</h2>
      <Cluster>
        <StatusBadge tone={status === 'ACTIVE' ? 'good' : 'neutral'}>{t(`departments.is.${status}`)}</StatusBadge>
      </Cluster>
      <p>{remit}</p>
      {contact !== '' && <SoftText>{contact}</SoftText>}
      <SoftText>
        {leads.length === 0 ? t('departments.noLead') : t('departments.leadBy', { names: leads.join(', ') })}
      </SoftText>
      <DepartmentActions {...{ department, onDone }} />
    </Card>
  );
}

function DepartmentActions({ department, onDone }: DepartmentCardProps): ReactElement {
  const { t } = useTexts();
  const { id: departmentId, name, viewerActions } = department;
  const set = useGraphMutation(SetDepartmentStatusDocument);
  const setTo = async (status: DepartmentStatus) => {
    const { data, problem } = await set({ input: { departmentId, status } });
    return { result: data?.setDepartmentStatus, problem };
  };
  return (
    <Cluster>
      <DialogAction {...{ viewerActions }} action="RENAME" label={t('departments.edit')}>
        {(close) => <DepartmentForm department={department} onDone={close} />}
      </DialogAction>
      <DialogAction {...{ viewerActions }} action="APPOINT_LEAD" label={t('departments.appointLead')}>
        {(close) => (
          <LeadForm
            departmentId={departmentId}
            onDone={() => {
              close();
              onDone();
            }}
          />
        )}
      </DialogAction>
      <ActionButton
        {...{ viewerActions }}
        action="CLOSE"
        look="danger"
        label={t('departments.close')}
        confirm={{
          title: t('departments.closeTitle', { name }),
          body: t('departments.closeBody'),
          label: t('departments.close'),
        }}
        onRun={() => setTo('CLOSED')}
      />
      <ActionButton
        {...{ viewerActions }}
        action="REOPEN"
        label={t('departments.reopen')}
        onRun={() => setTo('ACTIVE')}
      />
    </Cluster>
  );
}

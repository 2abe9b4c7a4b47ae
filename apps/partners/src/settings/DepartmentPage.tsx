import type { ReactElement } from 'react';
import {
  Card,
  Cluster,
  DialogAction,
  Form,
  Page,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  StatusBadge,
  TextAreaField,
  useForm,
  useGraphMutation,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { DepartmentPlaces } from '../department/DepartmentPlaces.js';
import { ForDepartment } from '../department/ForDepartment.js';
import type { DepartmentOverviewQuery } from '../generated/graphql.js';
import { DepartmentOverviewDocument, EditDepartmentDocument } from '../generated/graphql.js';
import { FiguresCard } from './FiguresCard.js';

type Department = NonNullable<DepartmentOverviewQuery['viewer']['department']>;

/** What is told of the department, and its own work in numbers. */
export function DepartmentPage(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(DepartmentOverviewDocument, {});
  return (
    <Page title={t('departmentPage.title')} lead={t('departmentPage.lead')}>
      <ForDepartment skeleton={<SkeletonList />}>
        {() => (
          <Stack>
            <DepartmentPlaces here="/department" />
            <QueryView query={query} skeleton={<SkeletonList />}>
              {({ viewer: { department } }) =>
                department && (
                  <Stack>
                    <AboutCard department={department} />
                    {department.figures && <FiguresCard figures={department.figures} />}
                  </Stack>
                )
              }
            </QueryView>
          </Stack>
        )}
      </ForDepartment>
    </Page>
  );
}

function AboutCard({ department }: { readonly department: Department }): ReactElement {
  const { t } = useTexts();
  const { name, remit, contact, status, viewerActions } = department;
  return (
    <Card>
      <h2>{name}</h2>
      <p>{remit}</p>
      <SoftText>{contact === '' ? t('departmentPage.noContact') : contact}</SoftText>
      {status === 'CLOSED' && (
        <Cluster>
          <StatusBadge tone="warn">{t('departmentPage.closed')}</StatusBadge>
        </Cluster>
      )}
      <Cluster>
        <DialogAction viewerActions={viewerActions} action="EDIT" label={t('departmentPage.edit')}>
          {(close) => <EditForm department={department} onDone={close} />}
        </DialogAction>
      </Cluster>
    </Card>
  );
}

type EditFormProps = { readonly department: Department; readonly onDone: () => void };

function EditForm({ department: { id: departmentId, remit, contact }, onDone }: EditFormProps): ReactElement {
  const { t } = useTexts();
  const edit = useGraphMutation(EditDepartmentDocument);
  const form = useForm({
    initial: { remit, contact },
    submit: async (values) => {
      const { data, problem } = await edit({ input: { departmentId, ...values } });
      return { result: data?.editDepartment, problem };
    },
    onDone,
  });
  return (
    <Form form={form}>
      <TextAreaField name="remit" label={t('departmentPage.remit')} hint={t('departmentPage.remitHint')} rows={3} />
      <TextAreaField
        name="contact"
        label={t('departmentPage.contact')}
        hint={t('departmentPage.contactHint')}
        rows={2}
      />
    </Form>
  );
}

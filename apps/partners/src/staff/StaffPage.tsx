import type { ReactElement } from 'react';
import type { DataColumn } from '@guildhall/ui';
import {
  ActionButton,
  Card,
  DataTable,
  DateTimeText,
  Page,
  PersonChip,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  useGraphMutation,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { DepartmentPlaces } from '../department/DepartmentPlaces.js';
import { ForDepartment } from '../department/ForDepartment.js';
import type { DepartmentPostsQuery } from '../generated/graphql.js';
import { DepartmentPostsDocument, EndDepartmentPostDocument } from '../generated/graphql.js';
import { AppointForm } from './AppointForm.js';

type Department = NonNullable<DepartmentPostsQuery['viewer']['department']>;
type Post = Department['staff'][number];

/** Who works for the department; its lead gives posts and ends them here. */
export function StaffPage(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(DepartmentPostsDocument, {});
  return (
    <Page title={t('staff.title')} lead={t('staff.lead')}>
      <ForDepartment>
        {() => (
          <QueryView query={query} skeleton={<SkeletonList />}>
            {({ viewer: { department } }) =>
              department && (
                <Stack>
                  <DepartmentPlaces here="/staff" />
                  <StaffTable department={department} onChange={query.reload} />
                  {department.viewerActions.includes('APPOINT_STAFF') ? (
                    <Card>
                      <h2>{t('staff.appoint')}</h2>
                      <AppointForm departmentId={department.id} onDone={query.reload} />
                    </Card>
                  ) : (
                    <SoftText>{t('staff.leadOnly')}</SoftText>
                  )}
                </Stack>
              )
            }
          </QueryView>
        )}
      </ForDepartment>
    </Page>
  );
}

type StaffTableProps = { readonly department: Department; readonly onChange: () => void };

function StaffTable({ department: { name, staff }, onChange }: StaffTableProps): ReactElement {
  const { t } = useTexts();
  const columns: readonly DataColumn<Post>[] = [
    {
      key: 'person',
      heading: t('staff.person'),
      cell: ({ subject, name: called }) => (
        <PersonChip name={called ?? subject} detail={called ? subject : undefined} />
      ),
    },
    { key: 'role', heading: t('staff.role'), cell: ({ role }) => t(`role.${role}`) },
    { key: 'from', heading: t('staff.from'), cell: ({ startsAt }) => <DateTimeText instant={startsAt} show="day" /> },
    {
      key: 'until',
      heading: t('staff.until'),
      // A post that ends as a day begins was held to the end of the day before.
      cell: ({ endsAt }) => <DateTimeText instant={new Date(Date.parse(endsAt) - 1).toISOString()} show="day" />,
    },
  ];
  const end: DataColumn<Post> = {
    key: 'end',
    heading: t('staff.change'),
    cell: (post) => <EndButton post={post} onDone={onChange} />,
  };
  const mayEndAny = staff.some(({ viewerActions }) => viewerActions.includes('END'));
  return (
    <DataTable caption={name} columns={mayEndAny ? [...columns, end] : columns} rows={staff} keyOf={({ id }) => id} />
  );
}

function EndButton({ post, onDone }: { readonly post: Post; readonly onDone: () => void }): ReactElement {
  const { t } = useTexts();
  const end = useGraphMutation(EndDepartmentPostDocument);
  if (post.viewerActions.length === 0) return <SoftText>–</SoftText>;
  return (
    <ActionButton
      viewerActions={post.viewerActions}
      action="END"
      look="danger"
      label={t('staff.end')}
      confirm={{
        title: t('staff.endTitle', { name: post.name ?? post.subject }),
        body: t('staff.endBody'),
        label: t('staff.end'),
      }}
      onRun={async () => {
        const { data, problem } = await end({ input: { postId: post.id } });
        return { result: data?.endDepartmentPost, problem };
      }}
      onDone={onDone}
    />
  );
}

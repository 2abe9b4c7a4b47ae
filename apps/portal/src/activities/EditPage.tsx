import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  Card,
  EmptyState,
  Form,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  Stack,
  useForm,
  useGraphQuery,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import { graphql, withFaults } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { activityDocument, type ShownActivity } from './activity-document.js';
import { PlanPreview } from '../venues/PlanPreview.js';
import { initialValues, readPlan } from './activity-form.js';
import { moveTo, previewInput } from './preview-form.js';
import { PlanFields } from './PlanFields.js';
import { usePlaceParam } from '../parts/use-place.js';

export { words } from '../venues/words.js';

const editDocument = withFaults(
  graphql(`
    mutation EditActivity($input: EditActivityInput!) {
      editActivity(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

const prefix = 'changes.';
const settled: readonly string[] = ['startsAt', 'endsAt', 'registrationClosesAt'];

/** Changes the plan of an activity. */
export function EditPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('plan.edit')}>
      <SignedIn>
        <EditView />
      </SignedIn>
    </Page>
  );
}

function EditView(): ReactElement {
  const { t } = useTexts();
  const activityId = usePlaceParam('activityId');
  const query = useGraphQuery(activityDocument, { id: activityId });
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="40rem" />}
      isEmpty={({ activity }) => activity?.viewerActions.includes('EDIT') !== true}
      empty={<EmptyState title={t('plan.closed')}>{t('plan.closedLead')}</EmptyState>}
    >
      {({ activity }) => activity && <EditForm activity={activity} />}
    </QueryView>
  );
}

function EditForm({ activity }: { readonly activity: ShownActivity }): ReactElement {
  const { campusZone } = useWebConfig();
  const navigate = useNavigate();
  const edit = useAction(editDocument, (data) => data.editActivity);
  const initial = initialValues(activity, prefix, campusZone);
  const form = useForm({
    initial,
    submit: (values) => edit({ input: { activityId: activity.id, changes: changesOf(values, initial, campusZone) } }),
    onDone: () => void navigate({ to: '/activities/$activityId', params: { activityId: activity.id } }),
  });
  return (
    <Stack>
      <Card>
        <Form form={form}>
          <PlanFields prefix={prefix} />
        </Form>
      </Card>
      {activity.group && (
        <PlanPreview
          input={previewInput(readPlan(form.values, prefix, campusZone), {
            groupId: activity.group.id,
            activityId: activity.id,
          })}
          onMove={moveTo(form, prefix, campusZone)}
        />
      )}
    </Stack>
  );
}

/** Dates that were not touched stay out: of an approved activity they change by postponing alone. */
function changesOf(values: Parameters<typeof readPlan>[0], initial: Parameters<typeof readPlan>[0], zone: string) {
  const plan = readPlan(values, prefix, zone);
  const isTouched = (name: string): boolean => values[`${prefix}${name}`] !== initial[`${prefix}${name}`];
  return Object.fromEntries(Object.entries(plan).filter(([name]) => !settled.includes(name) || isTouched(name)));
}

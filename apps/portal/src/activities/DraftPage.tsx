import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Card, Form, Page, SignedIn, Stack, useForm, useTexts, useWebConfig } from '@guildhall/ui';
import { graphql, withFaults } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { TemplateStart } from '../organise/TemplateStart.js';
import { LessonsPart } from '../venues/LessonsPart.js';
import { PlanPreview } from '../venues/PlanPreview.js';
import { initialValues, readPlan } from './activity-form.js';
import { moveTo, previewInput } from './preview-form.js';
import { PlanFields } from './PlanFields.js';
import { usePlaceParam } from '../parts/use-place.js';

export { words } from '../venues/words.js';

const document = withFaults(
  graphql(`
    mutation DraftActivity($input: DraftActivityInput!) {
      draftActivity(input: $input) {
        __typename
        ... on DraftActivitySuccess {
          activity {
            id
          }
        }
        ...Fault
      }
    }
  `),
);

/** A new plan of a group. */
export function DraftPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('plan.new')} lead={t('plan.newLead')}>
      <SignedIn>
        <DraftForm />
      </SignedIn>
    </Page>
  );
}

function DraftForm(): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const groupId = usePlaceParam('groupId');
  const navigate = useNavigate();
  const draft = useAction(document, (data) => data.draftActivity);
  const form = useForm({
    initial: initialValues(undefined, '', campusZone),
    submit: (values) => draft({ input: { groupId, ...readPlan(values, '', campusZone) } }),
    onDone: (result) => {
      if (result.__typename === 'DraftActivitySuccess')
        void navigate({ to: '/activities/$activityId', params: { activityId: result.activity.id } });
    },
  });
  return (
    <Stack>
      <LessonsPart groupId={groupId} />
      <TemplateStart groupId={groupId} />
      <Card>
        <Form form={form} submitLabel={t('plan.saveDraft')}>
          <PlanFields prefix="" />
        </Form>
      </Card>
      <PlanPreview
        input={previewInput(readPlan(form.values, '', campusZone), { groupId })}
        onMove={moveTo(form, '', campusZone)}
      />
    </Stack>
  );
}

import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  Card,
  Form,
  fromCampusInput,
  SelectField,
  TextField,
  useForm,
  useGraphQuery,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { draftFromTemplateDocument } from './template-documents.js';

const templatesDocument = graphql(`
  query TemplatesOfGroup($id: ID!) {
    group(id: $id) {
      id
      activityTemplates(first: 100) {
        edges {
          node {
            id
            name
          }
        }
      }
    }
  }
`);

/** Begins a plan from a template; it is not there for a group that has none. */
export function TemplateStart({ groupId }: { readonly groupId: string }): ReactElement | null {
  const { data } = useGraphQuery(templatesDocument, { id: groupId });
  const templates = data?.group?.activityTemplates?.edges.map(({ node }) => node) ?? [];
  return templates.length === 0 ? null : <TemplateForm groupId={groupId} templates={templates} />;
}

function TemplateForm({
  groupId,
  templates,
}: {
  readonly groupId: string;
  readonly templates: readonly { readonly id: string; readonly name: string }[];
}): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const navigate = useNavigate();
  const draft = useAction(draftFromTemplateDocument, (data) => data.draftFromTemplate);
  const form = useForm({
    initial: { templateId: templates[0]?.id ?? '', startsAt: '' },
    submit: ({ templateId, startsAt }, idempotencyKey) =>
      draft({ input: { templateId, groupId, startsAt: fromCampusInput(startsAt, campusZone) ?? '', idempotencyKey } }),
    onDone: (result) => {
      if (result.__typename === 'DraftFromTemplateSuccess')
        void navigate({ to: '/activities/$activityId', params: { activityId: result.activity.id } });
    },
  });
  return (
    <Card>
      <h2>{t('plan.fromTemplate')}</h2>
      <Form form={form} submitLabel={t('plan.useTemplate')}>
        <SelectField
          name="templateId"
          label={t('plan.template')}
          options={templates.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField name="startsAt" type="datetime-local" label={t('plan.templateStart')} />
      </Form>
    </Card>
  );
}

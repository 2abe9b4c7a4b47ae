import type { ReactElement } from 'react';
import { Card, Form, TextAreaField, TextField, useForm, useTexts } from '@guildhall/ui';
import { graphql, withFaults } from '../../graph/graphql.js';
import { useAction } from '../../graph/use-action.js';
import { RosterAction } from './RosterAction.js';
import type { RunPartProps } from './run-document.js';

const document = withFaults(
  graphql(`
    mutation EditGroup($input: EditGroupInput!) {
      editGroup(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** What the group says of itself, and the roster to take along. */
export function AboutPart({ group, onChange }: RunPartProps): ReactElement {
  const { t } = useTexts();
  const edit = useAction(document, (data) => data.editGroup);
  const form = useForm({
    initial: { name: group.name, purpose: group.purpose },
    submit: ({ name, purpose }) => edit({ input: { groupId: group.id, name, purpose } }),
    onDone: onChange,
  });
  return (
    <Card>
      <h2>{t('runGroup.about')}</h2>
      <Form form={form} submitLook="plain" submitLabel={t('runGroup.saveAbout')}>
        <TextField name="name" label={t('runGroup.name')} hint={t('runGroup.nameHint')} />
        <TextAreaField name="purpose" label={t('runGroup.purpose')} rows={4} />
      </Form>
      <RosterAction group={group} />
    </Card>
  );
}

import { Button, Cluster, Form, SoftText, Stack, TextField, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { QueueEntryFragment } from '../generated/queue/graphql.js';
import { AssignCaseDocument } from '../generated/queue-forms/graphql.js';

/** The case to give away, the workers to suggest, and what follows. */
export type AssignFormProps = {
  readonly entry: QueueEntryFragment;
  readonly workers: readonly string[];
  readonly onDone: () => void;
};

/** Gives a case to a case worker by sign-in name; those who work on other cases are one press away. */
export function AssignForm({ entry: { id: caseId, assignee }, workers, onDone }: AssignFormProps): ReactElement {
  const { t } = useTexts();
  const assign = useGraphMutation(AssignCaseDocument);
  const form = useForm({
    initial: { assignee: '' },
    submit: async (values) => {
      const { data, problem } = await assign({ input: { caseId, assignee: values.assignee.trim() } });
      return { result: data?.assignCase, problem };
    },
    onDone,
  });
  const suggested = workers.filter((subject) => subject !== assignee);
  return (
    <Form form={form} submitLabel={t('queue.assignSave')}>
      <TextField name="assignee" label={t('queue.assignee')} hint={t('queue.assigneeHint')} />
      {suggested.length > 0 && (
        <Stack gap="small">
          <SoftText isSmall>{t('queue.workersSeen')}</SoftText>
          <Cluster>
            {suggested.map((subject) => (
              <Button key={subject} onPress={() => form.change('assignee', subject)}>
                {subject}
              </Button>
            ))}
          </Cluster>
        </Stack>
      )}
    </Form>
  );
}

import { Form, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { requireFilled } from '../blocks/require-filled.js';
import type { QueueEntryFragment } from '../generated/queue/graphql.js';
import { AssignCaseDocument } from '../generated/queue-forms/graphql.js';
import { WorkerField } from './WorkerField.js';

/** The case to give away, and what follows. */
export type AssignFormProps = {
  readonly entry: Pick<QueueEntryFragment, 'id' | 'assignee'>;
  readonly onDone: () => void;
};

/** Gives a case to a case worker in office, with the workload of each in sight. */
export function AssignForm({ entry: { id: caseId, assignee: holder }, onDone }: AssignFormProps): ReactElement {
  const { t } = useTexts();
  const assign = useGraphMutation(AssignCaseDocument);
  const form = useForm({
    initial: { assignee: '' },
    submit: async ({ assignee }) => {
      const missing = requireFilled({ assignee });
      if (missing !== undefined) return missing;
      const { data, problem } = await assign({ input: { caseId, assignee } });
      return { result: data?.assignCase, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('queue.assignSave')}>
      <WorkerField holder={holder ?? undefined} />
    </Form>
  );
}

import type { ReactElement } from 'react';
import type { MutationResult, Outcome } from '@guildhall/ui';
import { campusInstant, Form, TextField, useForm, useGraphMutation, useTexts, useWebConfig } from '@guildhall/ui';
import { AddReferralMilestoneDocument } from '../generated/graphql.js';

/** The referral and what to do once the promise is made. */
export type AddMilestoneFormProps = { readonly referralId: string; readonly onDone: () => void };

/** One promise more, until the end of a day. */
export function AddMilestoneForm({ referralId, onDone }: AddMilestoneFormProps): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const add = useGraphMutation(AddReferralMilestoneDocument);
  const form = useForm({
    initial: { text: '', dueAt: '' },
    submit: async ({ text, dueAt }): Promise<Outcome<MutationResult>> => {
      const due = campusInstant(dueAt, campusZone, 1);
      if (due === '')
        return { result: { __typename: 'ValidationError', fields: [{ path: 'dueAt', rule: 'REQUIRED' }] } };
      const { data, problem } = await add({ input: { referralId, text, dueAt: due } });
      return { result: data?.addReferralMilestone, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('milestone.add')}>
      <TextField name="text" label={t('milestone.what')} hint={t('milestone.whatHint')} />
      <TextField name="dueAt" type="date" label={t('milestone.due')} hint={t('milestone.dueHint')} />
    </Form>
  );
}

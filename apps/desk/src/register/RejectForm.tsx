import { Form, TextAreaField, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { RejectMemberDocument } from '../generated/register-forms/graphql.js';

/** Turns an application down with a reason that the applicant reads. */
export function RejectForm({
  memberId,
  onDone,
}: {
  readonly memberId: string;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const reject = useGraphMutation(RejectMemberDocument);
  const form = useForm({
    initial: { reason: '' },
    submit: async ({ reason }) => {
      const { data, problem } = await reject({ input: { memberId, reason } });
      return { result: data?.rejectMember, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('register.reject')}>
      <TextAreaField name="reason" label={t('register.reason')} hint={t('register.reasonHint')} rows={3} />
    </Form>
  );
}

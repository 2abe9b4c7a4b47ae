import { Form, TextAreaField, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { DecideMembershipAppealDocument } from '../generated/appeals/graphql.js';

/** Which appeal is decided how. */
export type DecideAppealProps = {
  readonly appealId: string;
  readonly decision: 'LIFTED' | 'UPHELD';
  readonly onDone: () => void;
};

/** The reasons of a decision, which the member reads. */
export function DecideAppealForm({ appealId, decision, onDone }: DecideAppealProps): ReactElement {
  const { t } = useTexts();
  const decide = useGraphMutation(DecideMembershipAppealDocument);
  const form = useForm({
    initial: { reasons: '' },
    submit: async ({ reasons }) => {
      const { data, problem } = await decide({ input: { membershipAppealId: appealId, decision, reasons } });
      return { result: data?.decideMembershipAppeal, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t(decision === 'LIFTED' ? 'register.lift' : 'register.uphold')}>
      <TextAreaField name="reasons" label={t('register.reasons')} hint={t('register.reasonHint')} rows={4} />
    </Form>
  );
}

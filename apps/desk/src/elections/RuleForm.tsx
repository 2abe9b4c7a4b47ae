import { Form, RadioField, SoftText, TextAreaField, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { requireFilled } from '../blocks/require-filled.js';
import { RuleOnElectionComplaintDocument } from '../generated/election-complaints/graphql.js';

/** Rules on a complaint: whether it was right, and what was found. */
export function RuleForm({
  complaintId,
  onDone,
}: {
  readonly complaintId: string;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const rule = useGraphMutation(RuleOnElectionComplaintDocument);
  const form = useForm({
    initial: { isUpheld: '', ruling: '' },
    submit: async ({ isUpheld, ruling }) => {
      const missing = requireFilled({ isUpheld, ruling });
      if (missing !== undefined) return missing;
      const { data, problem } = await rule({ input: { complaintId, isUpheld: isUpheld === 'yes', ruling } });
      return { result: data?.ruleOnElectionComplaint, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('complaints.ruleSave')}>
      <SoftText>{t('complaints.ruleLead')}</SoftText>
      <RadioField
        name="isUpheld"
        label={t('complaints.isUpheld')}
        options={[
          { value: 'yes', label: t('complaints.uphold') },
          { value: 'no', label: t('complaints.dismiss') },
        ]}
      />
      <TextAreaField name="ruling" label={t('complaints.ruling')} hint={t('complaints.rulingHint')} rows={5} />
    </Form>
  );
}

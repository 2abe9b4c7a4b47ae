import { Form, RadioField, TextAreaField, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { requireFilled } from '../blocks/require-filled.js';
import { DecideCandidacyAppealDocument } from '../generated/candidates/graphql.js';

/** Decides an appeal against a refusal or a disqualification, with the reason. */
export function DecideAppealForm({
  candidateId,
  onDone,
}: {
  readonly candidateId: string;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const decide = useGraphMutation(DecideCandidacyAppealDocument);
  const form = useForm({
    initial: { isGranted: '', reason: '' },
    submit: async ({ isGranted, reason }) => {
      const missing = requireFilled({ isGranted, reason });
      if (missing !== undefined) return missing;
      const { data, problem } = await decide({ input: { candidateId, isGranted: isGranted === 'yes', reason } });
      return { result: data?.decideCandidacyAppeal, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('candidacies.decide')}>
      <RadioField
        name="isGranted"
        label={t('candidacies.decision')}
        options={[
          { value: 'yes', label: t('candidacies.grant') },
          { value: 'no', label: t('candidacies.refuse') },
        ]}
      />
      <TextAreaField name="reason" label={t('candidacies.reason')} hint={t('candidacies.candidateReads')} rows={4} />
    </Form>
  );
}

import { Form, RadioField, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { requireFilled } from '../blocks/require-filled.js';
import { ScreenMediationDocument, type MediationUnsuitableReason } from '../generated/mediations/graphql.js';

const reasons = [
  'NEEDS_INVESTIGATION',
  'CRIMINAL_MATTER',
  'DODGES_DISCIPLINE',
  'FINDING_NEEDED',
] as const satisfies readonly MediationUnsuitableReason[];

/** Says why another way fits better; whoever asked is told exactly that. */
export function UnsuitableForm({
  mediationId,
  onDone,
}: {
  readonly mediationId: string;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const screen = useGraphMutation(ScreenMediationDocument);
  const form = useForm({
    initial: { unsuitableReason: '' },
    submit: async (values) => {
      const missing = requireFilled(values);
      if (missing !== undefined) return missing;
      const unsuitableReason = reasons.find((each) => each === values.unsuitableReason) ?? 'FINDING_NEEDED';
      const { data, problem } = await screen({ input: { mediationId, unsuitableReason } });
      return { result: data?.screenMediation, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('mediations.unsuitable')}>
      <RadioField
        name="unsuitableReason"
        label={t('mediations.unsuitableWhy')}
        hint={t('mediations.unsuitableHint')}
        options={reasons.map((value) => ({ value, label: t(`mediations.reason.${value}`) }))}
      />
    </Form>
  );
}

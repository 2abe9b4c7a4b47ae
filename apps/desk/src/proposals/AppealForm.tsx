import { CheckboxField, Form, RadioField, TextAreaField, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { DecideProposalAppealDocument } from '../generated/proposal-forms/graphql.js';
import type { ScreenedProposalProps } from './ScreenedProposalCard.js';

/** Decides an appeal: upheld, the proposal is filed; rejected, it stays unfiled for good. */
export function AppealForm({ proposal, onDone }: ScreenedProposalProps): ReactElement {
  const { t } = useTexts();
  const decide = useGraphMutation(DecideProposalAppealDocument);
  const form = useForm({
    initial: { decision: 'uphold', needsCouncil: false, note: '' },
    submit: async ({ decision, needsCouncil, note }) => {
      const input = { proposalId: proposal.id, uphold: decision === 'uphold', needsCouncil, note };
      const { data, problem } = await decide({ input });
      return { result: data?.decideProposalAppeal, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('screening.decideAppeal')}>
      <RadioField
        name="decision"
        label={t('screening.appealDecision')}
        options={['uphold', 'reject'].map((value) => ({ value, label: t(`screening.appealTo.${value}`) }))}
      />
      {form.values['decision'] === 'uphold' && (
        <CheckboxField name="needsCouncil" label={t('screening.needsCouncil')} />
      )}
      <TextAreaField name="note" label={t('screening.inWords')} />
    </Form>
  );
}

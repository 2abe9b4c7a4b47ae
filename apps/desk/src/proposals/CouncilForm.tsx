import {
  Form,
  RadioField,
  TextField,
  useForm,
  useGraphMutation,
  useTexts,
  type MutationResult,
  type Outcome,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { RecordCouncilDecisionDocument } from '../generated/proposal-forms/graphql.js';
import type { ScreenedProposalProps } from './ScreenedProposalCard.js';

const votes = ['votesFor', 'votesAgainst', 'abstentions'] as const;

/** Records what the council decided, as its minutes say. */
export function CouncilForm({ proposal, onDone }: ScreenedProposalProps): ReactElement {
  const { t } = useTexts();
  const record = useGraphMutation(RecordCouncilDecisionDocument);
  const form = useForm({
    initial: { adopted: 'yes', metOn: '', votesFor: '', votesAgainst: '', abstentions: '0' },
    submit: async (values): Promise<Outcome<MutationResult>> => {
      const missing = (['metOn', ...votes] as const).find((path) => values[path].trim() === '');
      // The graph takes no empty day or number; said beside the field it helps more than a refused request.
      if (missing !== undefined)
        return { result: { __typename: 'ValidationError', fields: [{ path: missing, rule: 'REQUIRED' }] } };
      const { data, problem } = await record({
        input: {
          proposalId: proposal.id,
          adopted: values.adopted === 'yes',
          metOn: values.metOn,
          votesFor: Number(values.votesFor),
          votesAgainst: Number(values.votesAgainst),
          abstentions: Number(values.abstentions),
        },
      });
      return { result: data?.recordCouncilDecision, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('screening.council')}>
      <RadioField
        name="adopted"
        label={t('screening.councilDecided')}
        options={['yes', 'no'].map((value) => ({ value, label: t(`screening.adopted.${value}`) }))}
      />
      <TextField name="metOn" type="date" label={t('screening.metOn')} />
      {votes.map((name) => (
        <TextField key={name} name={name} type="number" label={t(`screening.${name}`)} />
      ))}
    </Form>
  );
}

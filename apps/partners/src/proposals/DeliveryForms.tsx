import { useState, type ReactElement } from 'react';
import {
  Button,
  Form,
  SoftText,
  TextAreaField,
  TextField,
  useForm,
  useGraphMutation,
  useTexts,
  type MutationResult,
  type Outcome,
} from '@guildhall/ui';
import { DeliverProposalDocument, StartProposalDeliveryDocument } from '../generated/graphql.js';

type DeliveryFormProps = { readonly proposalId: string; readonly onDone: () => void };

const stepsMax = 8;
/** The fields of all steps; those that are not shown stay empty and are not sent. */
const initial: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: stepsMax }, (_, index) =>
    ['title', 'dueOn'].map((field) => [`milestones.${index}.${field}`, ''] as const),
  ).flat(),
);

/** What will be done by when: one step after another, each with its day. */
export function StartDeliveryForm({ proposalId, onDone }: DeliveryFormProps): ReactElement {
  const { t } = useTexts();
  const [count, setCount] = useState(2);
  const start = useGraphMutation(StartProposalDeliveryDocument);
  const form = useForm({
    initial,
    submit: async (values): Promise<Outcome<MutationResult>> => {
      const milestones = Array.from({ length: count }, (_, index) => ({
        title: values[`milestones.${index}.title`] ?? '',
        dueOn: values[`milestones.${index}.dueOn`] ?? '',
      })).filter(({ title, dueOn }) => title.trim() !== '' || dueOn !== '');
      const undated = milestones.findIndex(({ dueOn }) => dueOn === '');
      // The graph takes no empty day; said beside the field it helps more than a refused request.
      if (undated >= 0) {
        const fields = [{ path: `milestones.${undated}.dueOn`, rule: 'REQUIRED' }];
        return { result: { __typename: 'ValidationError', fields } };
      }
      const { data, problem } = await start({ input: { proposalId, milestones } });
      return { result: data?.startProposalDelivery, problem };
    },
    onDone,
  });
  const more = count < stepsMax && (
    <Button icon="plus" onPress={() => setCount(count + 1)}>
      {t('delivery.more')}
    </Button>
  );
  return (
    <Form form={form} submitLabel={t('delivery.start')} secondary={more}>
      <SoftText>{t('delivery.startLead')}</SoftText>
      {Array.from({ length: count }, (_, index) => (
        <div key={`step-${index + 1}`}>
          <TextField name={`milestones.${index}.title`} label={t('delivery.step', { number: index + 1 })} />
          <TextField
            name={`milestones.${index}.dueOn`}
            label={t('delivery.dueOn', { number: index + 1 })}
            type="date"
          />
        </div>
      ))}
    </Form>
  );
}

/** What was done, in words for everybody who asked for it. */
export function DeliverForm({ proposalId, onDone }: DeliveryFormProps): ReactElement {
  const { t } = useTexts();
  const deliver = useGraphMutation(DeliverProposalDocument);
  const form = useForm({
    initial: { summary: '' },
    submit: async ({ summary }) => {
      const { data, problem } = await deliver({ input: { proposalId, summary } });
      return { result: data?.deliverProposal, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('delivery.deliver')}>
      <TextAreaField name="summary" label={t('delivery.summary')} hint={t('delivery.summaryHint')} />
    </Form>
  );
}

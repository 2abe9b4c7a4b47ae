import {
  CheckboxField,
  Form,
  SelectField,
  SoftText,
  TextAreaField,
  useForm,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { optionsFrom } from '../blocks/options-from.js';
import {
  FileProposalDocument,
  RefuseProposalDocument,
  ReturnProposalDocument,
  type RefusalReason,
} from '../generated/proposal-forms/graphql.js';
import type { ScreenedProposalProps } from './ScreenedProposalCard.js';

const reasons: readonly RefusalReason[] = [
  'AGAINST_LAW',
  'OUTSIDE_POWER',
  'PERSONAL',
  'BADLY_FORMED',
  'MORE_THAN_ONE_MATTER',
];

/** Files a proposal; whether it makes policy decides whether the council has to adopt it. */
export function FileForm({ proposal, onDone }: ScreenedProposalProps): ReactElement {
  const { t } = useTexts();
  const file = useGraphMutation(FileProposalDocument);
  const form = useForm({
    initial: { needsCouncil: false },
    submit: async ({ needsCouncil }) => {
      const { data, problem } = await file({ input: { proposalId: proposal.id, needsCouncil } });
      return { result: data?.fileProposal, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('screening.file')}>
      <SoftText>{t('screening.fileLead')}</SoftText>
      <CheckboxField name="needsCouncil" label={t('screening.needsCouncil')} />
    </Form>
  );
}

/** Sends a proposal back with a note. */
export function NoteForm({ proposal, onDone }: ScreenedProposalProps): ReactElement {
  const { t } = useTexts();
  const send = useGraphMutation(ReturnProposalDocument);
  const form = useForm({
    initial: { note: '' },
    submit: async ({ note }) => {
      const { data, problem } = await send({ input: { proposalId: proposal.id, note } });
      return { result: data?.returnProposal, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('screening.return')}>
      <TextAreaField name="note" label={t('screening.note')} hint={t('screening.noteHint')} />
    </Form>
  );
}

/** Does not file a proposal, with a reason that its author can appeal against. */
export function RefuseForm({ proposal, onDone }: ScreenedProposalProps): ReactElement {
  const { t } = useTexts();
  const refuse = useGraphMutation(RefuseProposalDocument);
  const form = useForm({
    initial: { reason: 'OUTSIDE_POWER', note: '' },
    submit: async ({ reason, note }) => {
      const known = reasons.find((each) => each === reason) ?? 'BADLY_FORMED';
      const { data, problem } = await refuse({ input: { proposalId: proposal.id, reason: known, note } });
      return { result: data?.refuseProposal, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('screening.refuse')}>
      <SelectField
        name="reason"
        label={t('screening.reason')}
        options={optionsFrom(reasons, (each) => t(`refusal.${each}`))}
      />
      <TextAreaField name="note" label={t('screening.inWords')} hint={t('screening.refuseHint')} />
    </Form>
  );
}

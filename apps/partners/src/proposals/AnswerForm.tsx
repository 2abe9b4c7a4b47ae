import type { ReactElement } from 'react';
import {
  Form,
  Notice,
  RadioField,
  TextAreaField,
  TextField,
  useForm,
  useGraphMutation,
  useTexts,
  type MutationResult,
  type Outcome,
} from '@guildhall/ui';
import {
  DraftProposalAnswerDocument,
  PublishProposalAnswerDocument,
  type PartnerProposalFragment,
  type ProposalDecision,
} from '../generated/graphql.js';

const decisions: readonly ProposalDecision[] = ['ACCEPTED', 'PARTLY', 'ALTERNATIVE', 'ALREADY_DONE', 'DECLINED'];

type AnswerFormProps = {
  readonly proposal: PartnerProposalFragment;
  /** A draft is for the departments alone, a published answer for everybody. */
  readonly kind: 'draft' | 'publish';
  readonly onDone: () => void;
};

/** An answer, beginning with the lead department's draft. What is declined names who could decide otherwise. */
export function AnswerForm({ proposal, kind, onDone }: AnswerFormProps): ReactElement {
  const { t } = useTexts();
  const form = useForm({ initial: draftOf(proposal), submit: useAnswer(proposal.id, kind), onDone });
  return (
    <Form form={form} submitLabel={t(`proposalAnswer.${kind}`)}>
      {kind === 'publish' && <Notice tone="warn">{t('proposalAnswer.publishLead')}</Notice>}
      <RadioField
        name="decision"
        label={t('proposalAnswer.decision')}
        options={decisions.map((value) => ({ value, label: t(`proposalDecision.${value}`) }))}
      />
      <TextAreaField name="text" label={t('proposalAnswer.text')} rows={6} />
      <WhyNot decision={form.values['decision']} />
    </Form>
  );
}

const inPart: readonly unknown[] = ['PARTLY', 'ALTERNATIVE', 'DECLINED'];

function WhyNot({ decision }: { readonly decision: unknown }): ReactElement {
  const { t } = useTexts();
  return (
    <>
      {inPart.includes(decision) && <TextAreaField name="reason" label={t('proposalAnswer.reason')} rows={3} />}
      {decision === 'DECLINED' && (
        <TextField name="whoDecides" label={t('proposalAnswer.whoDecides')} hint={t('proposalAnswer.whoDecidesHint')} />
      )}
    </>
  );
}

/** What the form begins with: the lead department's draft, if there is one. */
function draftOf({ answerDrafts, leadDepartment }: PartnerProposalFragment): Values {
  const draft = answerDrafts.find(({ department }) => department?.id === leadDepartment?.id);
  const { decision = '', text = '', reason = '', whoDecides = '' } = draft ?? {};
  return { decision, text, reason, whoDecides };
}

type Values = {
  readonly decision: string;
  readonly text: string;
  readonly reason: string;
  readonly whoDecides: string;
};

function useAnswer(proposalId: string, kind: AnswerFormProps['kind']) {
  const keep = useGraphMutation(DraftProposalAnswerDocument);
  const publish = useGraphMutation(PublishProposalAnswerDocument);
  return async (values: Values, idempotencyKey: string): Promise<Outcome<MutationResult>> => {
    const decision = decisions.find((each) => each === values.decision);
    // The graph takes no answer without a decision; said beside the field it helps more than a refused request.
    if (decision === undefined)
      return { result: { __typename: 'ValidationError', fields: [{ path: 'decision', rule: 'REQUIRED' }] } };
    const input = { proposalId, ...values, decision };
    if (kind === 'draft') {
      const { data, problem } = await keep({ input });
      return { result: data?.draftProposalAnswer, problem };
    }
    const { data, problem } = await publish({ input: { ...input, idempotencyKey } });
    return { result: data?.publishProposalAnswer, problem };
  };
}

import type { ReactElement } from 'react';
import type { MutationResult, Outcome } from '@guildhall/ui';
import {
  Form,
  Notice,
  RadioField,
  SelectField,
  TextAreaField,
  useForm,
  useGraphMutation,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { ReferralDecision, ReferralPartsFragment } from '../generated/graphql.js';
import { DepartmentsDocument, RespondToReferralDocument } from '../generated/graphql.js';

const decisions: readonly ReferralDecision[] = ['AGREE', 'PARTLY', 'DECLINE', 'REDIRECT'];

/** The referral to answer, and what to do once it is answered. */
export type PublishAnswerFormProps = { readonly referral: ReferralPartsFragment; readonly onDone: () => void };

/** The answer that the student will read; it begins with the department's draft. */
export function PublishAnswerForm({ referral, onDone }: PublishAnswerFormProps): ReactElement {
  const { t } = useTexts();
  const publish = usePublish(referral.id);
  const form = useForm({
    initial: { decision: '', redirectToId: '', text: referral.draftResponse ?? '' },
    submit: publish,
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('answer.publish')}>
      <Notice tone="warn">{t('answer.publishLead')}</Notice>
      <RadioField
        name="decision"
        label={t('answer.decision')}
        options={decisions.map((value) => ({ value, label: t(`decision.${value}`) }))}
      />
      {form.values['decision'] === 'REDIRECT' && <OtherDepartmentField />}
      <TextAreaField name="text" label={t('answer.text')} rows={6} />
    </Form>
  );
}

type Answer = { readonly decision: string; readonly redirectToId: string; readonly text: string };

function usePublish(referralId: string) {
  const respond = useGraphMutation(RespondToReferralDocument);
  return async (values: Answer, idempotencyKey: string): Promise<Outcome<MutationResult>> => {
    const decision = decisions.find((each) => each === values.decision);
    // The graph takes no answer without a decision; said beside the field it helps more than a refused request.
    if (decision === undefined) return missing('decision');
    if (decision === 'REDIRECT' && values.redirectToId === '') return missing('redirectToId');
    const redirectToId = decision === 'REDIRECT' ? values.redirectToId : undefined;
    const { data, problem } = await respond({
      input: { referralId, decision, redirectToId, text: values.text, idempotencyKey },
    });
    return { result: data?.respondToReferral, problem };
  };
}

function missing(path: string): Outcome<MutationResult> {
  return { result: { __typename: 'ValidationError', fields: [{ path, rule: 'REQUIRED' }] } };
}

function OtherDepartmentField(): ReactElement {
  const { t } = useTexts();
  const { data } = useGraphQuery(DepartmentsDocument, {});
  const options = (data?.departments ?? [])
    .filter(({ status }) => status === 'ACTIVE')
    .map(({ id, name }) => ({ value: id, label: name }));
  return <SelectField name="redirectToId" label={t('answer.redirectTo')} options={options} />;
}

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
  useTexts,
} from '@guildhall/ui';
import type { IssueDeclineReason, IssueOutcome, RaisedIssuePartsFragment } from '../generated/graphql.js';
import { PublishIssueAnswerDocument } from '../generated/graphql.js';

const outcomes: readonly IssueOutcome[] = ['RESOLVED', 'DECLINED'];
const reasons: readonly IssueDeclineReason[] = [
  'NOT_OURS',
  'NOT_POSSIBLE',
  'NOT_FUNDED',
  'ALREADY_DONE',
  'AGAINST_RULES',
  'OTHER',
];

type PublishIssueAnswerFormProps = { readonly issue: RaisedIssuePartsFragment; readonly onDone: () => void };

/** The answer that the students of the course will read; it begins with the department's draft. */
export function PublishIssueAnswerForm({ issue, onDone }: PublishIssueAnswerFormProps): ReactElement {
  const { t } = useTexts();
  const form = useForm({
    initial: { outcome: '', reason: '', text: issue.draftAnswer ?? '' },
    submit: usePublish(issue.id),
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('raisedIssue.publish')}>
      <Notice tone="warn">{t('raisedIssue.publishLead')}</Notice>
      <RadioField
        name="outcome"
        label={t('raisedIssue.decision')}
        options={outcomes.map((value) => ({ value, label: t(`raisedIssue.outcome.${value}`) }))}
      />
      {form.values['outcome'] === 'DECLINED' && (
        <SelectField
          name="reason"
          label={t('raisedIssue.why')}
          options={reasons.map((value) => ({ value, label: t(`raisedIssue.reason.${value}`) }))}
        />
      )}
      <TextAreaField name="text" label={t('raisedIssue.text')} rows={6} />
    </Form>
  );
}

type Answer = { readonly outcome: string; readonly reason: string; readonly text: string };

function usePublish(issueId: string) {
  const publish = useGraphMutation(PublishIssueAnswerDocument);
  return async (values: Answer, idempotencyKey: string): Promise<Outcome<MutationResult>> => {
    const outcome = outcomes.find((each) => each === values.outcome);
    const reason = reasons.find((each) => each === values.reason);
    // The graph takes no answer without a decision; said beside the field it helps more than a refused request.
    if (outcome === undefined) return missing('outcome');
    if (outcome === 'DECLINED' && reason === undefined) return missing('reason');
    const { data, problem } = await publish({
      input: {
        issueId,
        outcome,
        reason: outcome === 'DECLINED' ? reason : undefined,
        text: values.text,
        idempotencyKey,
      },
    });
    return { result: data?.publishIssueAnswer, problem };
  };
}

function missing(path: string): Outcome<MutationResult> {
  return { result: { __typename: 'ValidationError', fields: [{ path, rule: 'REQUIRED' }] } };
}

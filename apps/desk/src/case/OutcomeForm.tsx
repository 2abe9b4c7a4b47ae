import { Form, SelectField, TextAreaField, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { optionsFrom } from '../blocks/options-from.js';
import type { CaseOutcome } from '../generated/case/graphql.js';
import { RecordOutcomeDocument } from '../generated/case-forms/graphql.js';

/** Withdrawn and signposted are how other actions end a case, not what a case worker records. */
const outcomes: readonly CaseOutcome[] = [
  'RESOLVED_EARLY',
  'UPHELD',
  'PARTLY_UPHELD',
  'NOT_UPHELD',
  'SETTLED',
  'OUT_OF_SCOPE',
  'NO_CONTACT',
];

const initial: { readonly outcome: CaseOutcome; readonly summary: string } = { outcome: 'RESOLVED_EARLY', summary: '' };

/** Records how the case came out, in plain words for the student. */
export function OutcomeForm({
  caseId,
  onDone,
}: {
  readonly caseId: string;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const record = useGraphMutation(RecordOutcomeDocument);
  const form = useForm({
    initial,
    submit: async ({ outcome, summary }) => {
      const { data, problem } = await record({ input: { caseId, outcome, summary } });
      return { result: data?.recordOutcome, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('case.recordOutcome')}>
      <SelectField
        name="outcome"
        label={t('case.outcome')}
        options={optionsFrom(outcomes, (each) => t(`outcome.${each}`))}
      />
      <TextAreaField name="summary" label={t('case.outcomeSummary')} hint={t('case.outcomeSummaryHint')} />
    </Form>
  );
}

import { CheckboxesField, Form, SelectField, TextAreaField, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { optionsFrom } from '../blocks/options-from.js';
import type { CaseOutcome } from '../generated/case/graphql.js';
import type { Redress } from '../generated/case-forms/graphql.js';
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

const redressKinds: readonly Redress[] = [
  'APOLOGY',
  'EXPLANATION',
  'DECISION_RECONSIDERED',
  'MARK_PROCESS_RERUN',
  'DEADLINE_EXTENDED',
  'ADJUSTMENT',
  'FEE',
  'PRACTICE_CHANGED',
];

type Values = {
  readonly outcome: CaseOutcome;
  readonly summary: string;
  readonly redress: readonly Redress[];
  readonly lesson: string;
};

const initial: Values = { outcome: 'RESOLVED_EARLY', summary: '', redress: [], lesson: '' };

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
    submit: async ({ outcome, summary, redress, lesson }) => {
      const learnt = lesson.trim() === '' ? undefined : lesson;
      const { data, problem } = await record({ input: { caseId, outcome, summary, redress, lesson: learnt } });
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
      <CheckboxesField
        name="redress"
        label={t('case.redress')}
        options={optionsFrom(redressKinds, (each) => t(`redress.${each}`))}
      />
      <TextAreaField name="lesson" rows={3} label={t('case.lesson')} hint={t('case.lessonHint')} isOptional />
    </Form>
  );
}

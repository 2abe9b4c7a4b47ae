import {
  campusInstant,
  Form,
  RadioField,
  SelectField,
  TextField,
  useForm,
  useGraphMutation,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { optionsFrom } from '../blocks/options-from.js';
import { caseMatters } from '../case/case-matters.js';
import type { CaseUrgency, QueueEntryFragment } from '../generated/queue/graphql.js';
import { TriageCaseDocument } from '../generated/queue-forms/graphql.js';

const urgencies: readonly CaseUrgency[] = ['LOW', 'NORMAL', 'HIGH'];

/** Sorts a case by matter, urgency and the last day of the university's procedure. */
export function TriageForm({
  entry: { id: caseId, matter, urgency },
  onDone,
}: {
  readonly entry: QueueEntryFragment;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const triage = useGraphMutation(TriageCaseDocument);
  const form = useForm({
    initial: { matter, urgency, procedureDeadline: '' },
    submit: async (values) => {
      // The last day counts whole: the deadline is the first instant of the next one.
      const deadline = campusInstant(values.procedureDeadline, campusZone, 1);
      const { data, problem } = await triage({
        input: {
          caseId,
          matter: values.matter,
          urgency: values.urgency,
          procedureDeadline: deadline === '' ? undefined : deadline,
        },
      });
      return { result: data?.triageCase, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('queue.triageSave')}>
      <SelectField
        name="matter"
        label={t('case.matter')}
        options={optionsFrom(caseMatters, (each) => t(`matter.${each}`))}
      />
      <RadioField
        name="urgency"
        label={t('case.urgency')}
        options={optionsFrom(urgencies, (each) => t(`urgency.${each}`))}
      />
      <TextField
        name="procedureDeadline"
        type="date"
        label={t('case.procedureDeadline')}
        hint={t('case.procedureDeadlineHint')}
        isOptional
      />
    </Form>
  );
}

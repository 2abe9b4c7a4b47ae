import {
  campusInstant,
  Form,
  RadioField,
  TextField,
  useForm,
  useGraphMutation,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { optionsFrom } from '../blocks/options-from.js';
import type { CaseStage } from '../generated/case/graphql.js';
import { AdvanceCaseDocument } from '../generated/case-forms/graphql.js';
import type { CaseFile } from './CasePage.js';

/** The stages of the university's procedure, first to last; only its completion letter opens the external one. */
const stages: readonly CaseStage[] = ['ADVICE', 'EARLY_RESOLUTION', 'FORMAL', 'REVIEW'];

/** Takes the case to a later stage, with the last day the university allows for it. */
export function AdvanceForm({
  item: { id: caseId, stage },
  onDone,
}: {
  readonly item: CaseFile;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const advance = useGraphMutation(AdvanceCaseDocument);
  const later = stages.slice(stages.indexOf(stage) + 1);
  const form = useForm({
    initial: { stage: later[0] ?? stage, procedureDeadline: '' },
    submit: async (values) => {
      const deadline = campusInstant(values.procedureDeadline, campusZone, 1);
      const procedureDeadline = deadline === '' ? undefined : deadline;
      const { data, problem } = await advance({ input: { caseId, stage: values.stage, procedureDeadline } });
      return { result: data?.advanceCase, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('case.advanceSave')}>
      <RadioField name="stage" label={t('case.nextStage')} options={optionsFrom(later, (each) => t(`stage.${each}`))} />
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

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
import { requireFilled } from '../blocks/require-filled.js';
import type { ProcedureDate } from '../generated/course-forms/graphql.js';
import { SetCaseDeadlineDocument } from '../generated/course-forms/graphql.js';

const kinds: readonly ProcedureDate[] = ['APPEAL', 'WHOLE_PROCEDURE', 'PROCEDURE'];
const initial: { readonly kind: ProcedureDate; readonly startedAt: string; readonly dueAt: string } = {
  kind: 'APPEAL',
  startedAt: '',
  dueAt: '',
};

/** Sets a date of the university's procedure; the rules count all but the one that the university named. */
export function SetDeadlineForm({
  caseId,
  onDone,
}: {
  readonly caseId: string;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const set = useGraphMutation(SetCaseDeadlineDocument);
  const form = useForm({
    initial,
    submit: async ({ kind, startedAt: day, dueAt: last }) => {
      const startedAt = campusInstant(day, campusZone);
      const missing = requireFilled({ startedAt });
      if (missing !== undefined) return missing;
      const dueAt = kind === 'PROCEDURE' ? campusInstant(last, campusZone, 1) || undefined : undefined;
      const { data, problem } = await set({ input: { caseId, kind, startedAt, dueAt } });
      return { result: data?.setCaseDeadline, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('course.setDeadlineSave')}>
      <RadioField
        name="kind"
        label={t('course.whichDate')}
        options={optionsFrom(kinds, (each) => t(`deadline.${each}`))}
      />
      <TextField name="startedAt" type="date" label={t('course.startedAt')} hint={t('course.startedAtHint')} />
      {form.values['kind'] === 'PROCEDURE' && <TextField name="dueAt" type="date" label={t('course.dueAt')} />}
    </Form>
  );
}

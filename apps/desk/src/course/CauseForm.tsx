import { Form, SelectField, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { optionsFrom } from '../blocks/options-from.js';
import { requireFilled } from '../blocks/require-filled.js';
import type { Cause } from '../generated/course-forms/graphql.js';
import { NameCauseDocument } from '../generated/course-forms/graphql.js';

const causes: readonly Cause[] = [
  'REPAIRS',
  'CHARGES',
  'MARKING',
  'EXTENSIONS',
  'INFORMATION',
  'DELAY',
  'ACCESSIBILITY',
  'CONDUCT',
  'PAYMENTS',
  'OTHER',
];

/** The case, the departments to choose from, and what follows. */
export type CauseFormProps = {
  readonly caseId: string;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly onDone: () => void;
};

const initial: { readonly cause: Cause; readonly departmentId: string } = { cause: 'DELAY', departmentId: '' };

/** Names what a case comes from; the student decides whether it is counted with others. */
export function CauseForm({ caseId, departments, onDone }: CauseFormProps): ReactElement {
  const { t } = useTexts();
  const name = useGraphMutation(NameCauseDocument);
  const form = useForm({
    initial,
    submit: async ({ cause, departmentId }) => {
      const missing = requireFilled({ departmentId });
      if (missing !== undefined) return missing;
      const { data, problem } = await name({ input: { caseId, cause, departmentId } });
      return { result: data?.nameCause, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('course.nameCauseSave')}>
      <SelectField name="cause" label={t('course.cause')} options={optionsFrom(causes, (each) => t(`cause.${each}`))} />
      <SelectField
        name="departmentId"
        label={t('course.causeDepartment')}
        options={departments.map(({ id, name: label }) => ({ value: id, label }))}
      />
    </Form>
  );
}

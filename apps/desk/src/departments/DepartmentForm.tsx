import { Form, TextAreaField, TextField, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import type { MutationResult, Outcome } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { DepartmentFactsFragment } from '../generated/departments/graphql.js';
import { CreateDepartmentDocument, EditDepartmentDocument } from '../generated/departments/graphql.js';

/** The department to change, or none for a new one, and what follows. */
export type DepartmentFormProps = { readonly department?: DepartmentFactsFragment; readonly onDone: () => void };

/** What is told of a department: its name, what it is there for, and how to reach it. */
export function DepartmentForm({ department, onDone }: DepartmentFormProps): ReactElement {
  const { t } = useTexts();
  const create = useGraphMutation(CreateDepartmentDocument);
  const edit = useGraphMutation(EditDepartmentDocument);
  const { name = '', remit = '', contact = '' } = department ?? {};
  const form = useForm({
    initial: { name, remit, contact },
    submit: async (values): Promise<Outcome<MutationResult>> => {
      if (department === undefined) {
        const { data, problem } = await create({ input: values });
        return { result: data?.createDepartment, problem };
      }
      const { data, problem } = await edit({ input: { departmentId: department.id, ...values } });
      return { result: data?.editDepartment, problem };
    },
    onDone,
  });
  return (
    <Form form={form}>
      <TextField name="name" label={t('departments.name')} />
      <TextAreaField name="remit" label={t('departments.remit')} hint={t('departments.remitHint')} rows={3} />
      <TextAreaField name="contact" label={t('departments.contact')} rows={2} />
    </Form>
  );
}

import {
  CheckboxesField,
  Form,
  RadioField,
  SelectField,
  useForm,
  useGraphMutation,
  useGraphQuery,
  useTexts,
  type MutationResult,
  type Outcome,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import {
  AssignProposalDocument,
  DepartmentsToAssignDocument,
  type ProposalComplexity,
} from '../generated/proposal-forms/graphql.js';
import type { ScreenedProposalProps } from './ScreenedProposalCard.js';

const complexities: readonly ProposalComplexity[] = ['SIMPLE', 'COMPLEX'];

/** Hands a proposal to the department that answers for it, and to others that help. */
export function AssignForm({ proposal, onDone }: ScreenedProposalProps): ReactElement {
  const { t } = useTexts();
  const { data } = useGraphQuery(DepartmentsToAssignDocument, {});
  const assign = useGraphMutation(AssignProposalDocument);
  const options = (data?.departments ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const nobody: readonly string[] = [];
  const form = useForm({
    initial: { leadDepartmentId: '', supportingDepartmentIds: nobody, complexity: 'SIMPLE' },
    submit: async (values): Promise<Outcome<MutationResult>> => {
      const { leadDepartmentId, supportingDepartmentIds } = values;
      const complexity = complexities.find((each) => each === values.complexity) ?? 'SIMPLE';
      const { data: done, problem } = await assign({
        input: { proposalId: proposal.id, leadDepartmentId, supportingDepartmentIds, complexity },
      });
      return { result: done?.assignProposal, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('screening.assign')}>
      <SelectField name="leadDepartmentId" label={t('screening.leadDepartment')} options={options} />
      <CheckboxesField name="supportingDepartmentIds" label={t('screening.supportingDepartments')} options={options} />
      <RadioField
        name="complexity"
        label={t('screening.complexity')}
        options={complexities.map((value) => ({ value, label: t(`screening.due.${value}`) }))}
      />
    </Form>
  );
}

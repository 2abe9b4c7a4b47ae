import {
  Form,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
  useForm,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { ProposeMediationDocument, type MediationPartyKind } from '../generated/propose-mediation/graphql.js';

const kinds = ['STUDENT', 'STAFF_MEMBER', 'DEPARTMENT', 'COLLECTIVE'] as const satisfies readonly MediationPartyKind[];

/** Which case, and the departments that can be the other side. */
export type ProposeMediationFormProps = {
  readonly caseId: string;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly onDone: () => void;
};

/** Proposes mediation to the student of a case, who alone decides whether anything comes of it. */
export function ProposeMediationForm({ caseId, departments, onDone }: ProposeMediationFormProps): ReactElement {
  const { t } = useTexts();
  const propose = useGraphMutation(ProposeMediationDocument);
  const form = useForm({
    initial: { kind: 'STUDENT', 'parties.0.name': '', 'parties.0.departmentId': '', studentName: '', request: '' },
    submit: async (values, idempotencyKey) => {
      const kind = kinds.find((each) => each === values.kind) ?? 'STUDENT';
      const party =
        kind === 'DEPARTMENT'
          ? { kind, departmentId: values['parties.0.departmentId'] || null }
          : { kind, name: values['parties.0.name'] };
      const { data, problem } = await propose({
        input: {
          caseId,
          studentName: values.studentName,
          request: values.request,
          parties: [party],
          idempotencyKey,
        },
      });
      return { result: data?.proposeMediation, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('mediations.propose')}>
      <RadioField
        name="kind"
        label={t('mediations.otherKind')}
        options={kinds.map((value) => ({ value, label: t(`mediation.kind.${value}`) }))}
      />
      {form.values['kind'] === 'DEPARTMENT' ? (
        <SelectField
          name="parties.0.departmentId"
          label={t('mediations.whichDepartment')}
          options={departments.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <TextField name="parties.0.name" label={t('mediations.otherName')} />
      )}
      <TextField name="studentName" label={t('mediations.studentName')} />
      <TextAreaField name="request" label={t('mediations.proposeWhy')} rows={4} />
    </Form>
  );
}

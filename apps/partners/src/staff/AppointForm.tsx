import type { ReactElement } from 'react';
import type { FieldProblem, MutationResult, Outcome } from '@guildhall/ui';
import {
  campusDay,
  campusInstant,
  Form,
  TextField,
  useForm,
  useGraphMutation,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import { AppointDepartmentStaffDocument } from '../generated/graphql.js';

/** The department and what to do once somebody is appointed. */
export type AppointFormProps = { readonly departmentId: string; readonly onDone: () => void };

const yearMs = 365 * 86_400_000;

/** Gives somebody a post for some time. Leads appoint staff; a new lead is appointed by the administration. */
export function AppointForm({ departmentId, onDone }: AppointFormProps): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const appoint = useGraphMutation(AppointDepartmentStaffDocument);
  const form = useForm({
    initial: {
      subject: '',
      name: '',
      startsAt: campusDay(Date.now(), campusZone),
      endsAt: campusDay(Date.now() + yearMs, campusZone),
    },
    submit: async ({ subject, name, ...days }): Promise<Outcome<MutationResult>> => {
      const startsAt = campusInstant(days.startsAt, campusZone);
      // The post is held to the end of its last day.
      const endsAt = campusInstant(days.endsAt, campusZone, 1);
      const fields: FieldProblem[] = [];
      if (startsAt === '') fields.push({ path: 'startsAt', rule: 'REQUIRED' });
      if (endsAt === '') fields.push({ path: 'endsAt', rule: 'REQUIRED' });
      if (fields.length > 0) return { result: { __typename: 'ValidationError', fields } };
      const { data, problem } = await appoint({
        input: { departmentId, subject, name, role: 'STAFF', startsAt, endsAt },
      });
      return { result: data?.appointDepartmentStaff, problem };
    },
    onDone: () => {
      form.change('subject', '');
      form.change('name', '');
      onDone();
    },
  });
  return (
    <Form form={form} submitLabel={t('staff.appoint')}>
      <TextField name="subject" label={t('staff.subject')} hint={t('staff.subjectHint')} />
      <TextField name="name" label={t('staff.name')} hint={t('staff.nameHint')} />
      <TextField name="startsAt" type="date" label={t('staff.from')} />
      <TextField name="endsAt" type="date" label={t('staff.until')} hint={t('staff.untilHint')} />
    </Form>
  );
}

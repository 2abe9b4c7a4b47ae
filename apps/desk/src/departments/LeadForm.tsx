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
import type { ReactElement } from 'react';
import { requireFilled } from '../blocks/require-filled.js';
import { AppointDepartmentLeadDocument } from '../generated/departments/graphql.js';

/** Gives a department a lead, from one day to another, both included; leads appoint their staff themselves. */
export function LeadForm({
  departmentId,
  onDone,
}: {
  readonly departmentId: string;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const appoint = useGraphMutation(AppointDepartmentLeadDocument);
  const form = useForm({
    initial: { subject: '', name: '', startsAt: campusDay(Date.now(), campusZone), endsAt: '' },
    submit: async ({ subject, name, ...days }) => {
      const startsAt = campusInstant(days.startsAt, campusZone);
      const endsAt = campusInstant(days.endsAt, campusZone, 1);
      const missing = requireFilled({ subject, startsAt, endsAt });
      if (missing !== undefined) return missing;
      const input = { departmentId, subject: subject.trim(), name, role: 'LEAD', startsAt, endsAt } as const;
      const { data, problem } = await appoint({ input });
      return { result: data?.appointDepartmentStaff, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('departments.appointLead')}>
      <TextField name="subject" label={t('appointments.subject')} hint={t('appointments.subjectHint')} />
      <TextField name="name" label={t('departments.personName')} hint={t('departments.personNameHint')} />
      <TextField name="startsAt" type="date" label={t('appointments.from')} />
      <TextField name="endsAt" type="date" label={t('appointments.until')} hint={t('appointments.untilHint')} />
    </Form>
  );
}

import { campusDay, Form, SoftText, TextField, useForm, useGraphMutation, useTexts, useWebConfig } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { RunElectionFragment } from '../generated/election/graphql.js';
import { PlanByElectionDocument, type PlanByElectionMutation } from '../generated/election-forms/graphql.js';
import { campusDates } from './campus-dates.js';
import { checkForm, type FormOutcome } from './check-form.js';
import { readSchedule, usualSchedule } from './schedule-values.js';
import { ScheduleFields } from './ScheduleFields.js';

/** Plans a new election for the seats that this one left empty, with its rules and its second trustee. */
export function ByElectionForm({
  election: { id: electionId, title: known },
  onDone,
}: {
  readonly election: RunElectionFragment;
  readonly onDone: (electionId: string) => void;
}): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const plan = useGraphMutation(PlanByElectionDocument);
  const form = useForm({
    initial: {
      title: t('elections.byElectionTitle', { title: known }),
      ...usualSchedule(campusDay(Date.now(), campusZone)),
    },
    submit: async ({ title, ...dates }): Promise<FormOutcome<PlanByElectionMutation['planByElection']>> => {
      const schedule = readSchedule(dates, campusDates(campusZone));
      const refusal = checkForm({ title }, schedule, new Date().toISOString());
      if (refusal !== undefined) return refusal;
      const { data, problem } = await plan({ input: { electionId, title, schedule } });
      return { result: data?.planByElection, problem };
    },
    onDone: (result) => {
      if (result.__typename === 'PlanByElectionSuccess') onDone(result.election.id);
    },
  });
  return (
    <Form form={form} submitLabel={t('elections.planSave')}>
      <SoftText>{t('elections.byElectionLead')}</SoftText>
      <TextField name="title" label={t('elections.name')} />
      <ScheduleFields />
    </Form>
  );
}

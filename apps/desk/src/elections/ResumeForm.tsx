import { Form, SoftText, useForm, useGraphMutation, useTexts, useWebConfig } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { RunElectionFragment } from '../generated/election/graphql.js';
import { ResumeElectionDocument, type ResumeElectionMutation } from '../generated/election-forms/graphql.js';
import { campusDates } from './campus-dates.js';
import { checkForm, type FormOutcome } from './check-form.js';
import { readSchedule, toScheduleValues } from './schedule-values.js';
import { ScheduleFields } from './ScheduleFields.js';

/** Takes a halted election up again, with later dates where those it waited for have passed. */
export function ResumeForm({
  election: { id: electionId, schedule: known },
  onDone,
}: {
  readonly election: RunElectionFragment;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const campus = campusDates(useWebConfig().campusZone);
  const resume = useGraphMutation(ResumeElectionDocument);
  const form = useForm({
    initial: toScheduleValues(known, campus),
    submit: async (dates): Promise<FormOutcome<ResumeElectionMutation['resumeElection']>> => {
      const schedule = readSchedule(dates, campus, known);
      const refusal = checkForm({}, schedule);
      if (refusal !== undefined) return refusal;
      const { data, problem } = await resume({ input: { electionId, schedule } });
      return { result: data?.resumeElection, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('elections.resume')}>
      <SoftText>{t('elections.resumeLead')}</SoftText>
      <ScheduleFields />
    </Form>
  );
}

import { Form, TextAreaField, TextField, useForm, useGraphMutation, useTexts, useWebConfig } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { RunElectionFragment } from '../generated/election/graphql.js';
import { EditElectionDocument, type EditElectionMutation } from '../generated/election-forms/graphql.js';
import { campusDates } from './campus-dates.js';
import { checkForm, type FormOutcome } from './check-form.js';
import { readSchedule, toScheduleValues } from './schedule-values.js';
import { ScheduleFields } from './ScheduleFields.js';

/** Changes what an election is called, its dates to come, its rules until candidates are published, and its second trustee. */
export function EditElectionForm({
  election,
  onDone,
}: {
  readonly election: RunElectionFragment;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const campus = campusDates(useWebConfig().campusZone);
  const edit = useGraphMutation(EditElectionDocument);
  const { id: electionId, status, trustees } = election;
  // Rules bind from the publication on, and a key that was given stays.
  const canWriteRules = ['PLANNED', 'NOMINATIONS', 'SCREENING'].includes(status);
  const canChangeTrustee = !trustees.some(({ role, hasRegistered }) => role === 'SECOND' && hasRegistered);
  const form = useForm({
    initial: {
      title: election.title,
      ...toScheduleValues(election.schedule, campus),
      campaignRules: election.campaignRules,
      secondTrustee: '',
    },
    submit: async ({
      title,
      campaignRules,
      secondTrustee,
      ...dates
    }): Promise<FormOutcome<EditElectionMutation['editElection']>> => {
      const schedule = readSchedule(dates, campus, election.schedule);
      const refusal = checkForm({ title, campaignRules }, schedule);
      if (refusal !== undefined) return refusal;
      const { data, problem } = await edit({
        input: {
          electionId,
          title,
          schedule,
          ...(canWriteRules && { campaignRules }),
          ...(secondTrustee.trim() !== '' && { secondTrustee: secondTrustee.trim() }),
        },
      });
      return { result: data?.editElection, problem };
    },
    onDone,
  });
  return (
    <Form form={form}>
      <TextField name="title" label={t('elections.name')} />
      <ScheduleFields />
      {canWriteRules && <TextAreaField name="campaignRules" label={t('elections.rules')} rows={8} />}
      {canChangeTrustee && (
        <TextField
          name="secondTrustee"
          label={t('elections.newTrustee')}
          hint={t('elections.newTrusteeHint')}
          isOptional
        />
      )}
    </Form>
  );
}

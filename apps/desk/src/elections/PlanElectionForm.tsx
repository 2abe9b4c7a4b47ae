import {
  campusDay,
  Card,
  Form,
  RadioField,
  TextAreaField,
  TextField,
  useField,
  useForm,
  useGraphMutation,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { PlanElectionDocument, type PlanElectionMutation } from '../generated/election-forms/graphql.js';
import { campusDates } from './campus-dates.js';
import { checkForm, type FormOutcome } from './check-form.js';
import { GroupField } from './GroupField.js';
import { readSchedule, usualSchedule } from './schedule-values.js';
import { ScheduleFields } from './ScheduleFields.js';

/** A new election: what it is called, whose it is, when what happens, by which rules, and who keeps the other key. */
export function PlanElectionForm({ onDone }: { readonly onDone: (electionId: string) => void }): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const plan = useGraphMutation(PlanElectionDocument);
  const form = useForm({
    initial: {
      title: '',
      scope: 'UNION',
      groupId: '',
      ...usualSchedule(campusDay(Date.now(), campusZone)),
      campaignRules: t('elections.usualRules'),
      secondTrustee: '',
    },
    submit: async ({
      title,
      scope,
      groupId,
      campaignRules,
      secondTrustee,
      ...dates
    }): Promise<FormOutcome<PlanElectionMutation['planElection']>> => {
      const schedule = readSchedule(dates, campusDates(campusZone));
      const ofGroup: Readonly<Record<string, string>> = scope === 'GROUP' ? { groupId } : {};
      const refusal = checkForm(
        { title, campaignRules, secondTrustee, ...ofGroup },
        schedule,
        new Date().toISOString(),
      );
      if (refusal !== undefined) return refusal;
      const input = { title, campaignRules, secondTrustee: secondTrustee.trim(), schedule, ...ofGroup };
      const { data, problem } = await plan({ input });
      return { result: data?.planElection, problem };
    },
    onDone: (result) => {
      if (result.__typename === 'PlanElectionSuccess') onDone(result.election.id);
    },
  });
  return (
    <Card>
      <Form form={form} submitLabel={t('elections.planSave')}>
        <PlanFields />
      </Form>
    </Card>
  );
}

function PlanFields(): ReactElement {
  const { t } = useTexts();
  const scope = useField('scope').value;
  return (
    <>
      <TextField name="title" label={t('elections.name')} hint={t('elections.nameHint')} />
      <RadioField
        name="scope"
        label={t('elections.scope')}
        options={[
          { value: 'UNION', label: t('elections.scopeUnion') },
          { value: 'GROUP', label: t('elections.scopeGroup') },
        ]}
      />
      {scope === 'GROUP' && <GroupField />}
      <ScheduleFields />
      <TextAreaField name="campaignRules" label={t('elections.rules')} hint={t('elections.rulesHint')} rows={8} />
      <TextField name="secondTrustee" label={t('elections.secondTrustee')} hint={t('elections.secondTrusteeHint')} />
    </>
  );
}

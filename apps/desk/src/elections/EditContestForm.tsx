import {
  Form,
  TextField,
  useForm,
  useGraphMutation,
  useTexts,
  useWebConfig,
  campusDay,
  campusInstant,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { EditContestDocument, type EditContestMutation } from '../generated/contest-forms/graphql.js';
import type { RunContestFragment } from '../generated/election/graphql.js';
import { checkForm, type FormOutcome } from './check-form.js';

/** Changes how many seats a contest fills and until when. */
export function EditContestForm({
  contest: { id: contestId, seats: known, mandatesEndAt: end, position },
  onDone,
}: {
  readonly contest: RunContestFragment;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const edit = useGraphMutation(EditContestDocument);
  const form = useForm({
    initial: { seats: String(known), mandatesEndAt: campusDay(Date.parse(end) - 1, campusZone) },
    submit: async ({ seats, mandatesEndAt: lastDay }): Promise<FormOutcome<EditContestMutation['editContest']>> => {
      const mandatesEndAt = campusInstant(lastDay, campusZone, 1);
      const refusal = checkForm({ seats, mandatesEndAt });
      if (refusal !== undefined) return refusal;
      const { data, problem } = await edit({ input: { contestId, seats: Number(seats), mandatesEndAt } });
      return { result: data?.editContest, problem };
    },
    onDone,
  });
  return (
    <Form form={form}>
      <TextField
        name="seats"
        type="number"
        label={t('elections.seatsLabel')}
        hint={t('elections.seatsOf', { count: position.seats })}
      />
      <TextField name="mandatesEndAt" type="date" label={t('elections.lastDay')} hint={t('elections.lastDayHint')} />
    </Form>
  );
}

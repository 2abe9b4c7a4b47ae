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
import { AddContestDocument, type AddContestMutation } from '../generated/contest-forms/graphql.js';
import type { RunElectionFragment } from '../generated/election/graphql.js';
import { checkForm, type FormOutcome } from './check-form.js';
import { PositionField } from './PositionField.js';

/** Adds a contest: for which position, how many of its seats, and until when. */
export function AddContestForm({
  election: { id: electionId, schedule },
  onDone,
}: {
  readonly election: RunElectionFragment;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const add = useGraphMutation(AddContestDocument);
  const form = useForm({
    initial: {
      positionSearch: '',
      positionId: '',
      seats: '1',
      mandatesEndAt: aYearLater(schedule.mandatesStartAt, campusZone),
    },
    submit: async ({
      positionId,
      seats,
      mandatesEndAt: lastDay,
    }): Promise<FormOutcome<AddContestMutation['addContest']>> => {
      // The last day counts whole.
      const mandatesEndAt = campusInstant(lastDay, campusZone, 1);
      const refusal = checkForm({ positionId, seats, mandatesEndAt });
      if (refusal !== undefined) return refusal;
      const { data, problem } = await add({ input: { electionId, positionId, seats: Number(seats), mandatesEndAt } });
      return { result: data?.addContest, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('elections.addContest')}>
      <PositionField electionId={electionId} />
      <TextField name="seats" type="number" label={t('elections.seatsLabel')} hint={t('elections.seatsHint')} />
      <TextField name="mandatesEndAt" type="date" label={t('elections.lastDay')} hint={t('elections.lastDayHint')} />
    </Form>
  );
}

/** The last day of a term of one year. */
function aYearLater(startsAt: string, zone: string): string {
  const day = new Date(`${campusDay(Date.parse(startsAt), zone)}T00:00:00Z`);
  day.setUTCFullYear(day.getUTCFullYear() + 1);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

import { TextField, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { scheduleDates } from './schedule-values.js';

/** The dates of an election in their order, each with what happens then. */
export function ScheduleFields(): ReactElement {
  const { t } = useTexts();
  return (
    <>
      {scheduleDates.map((date) => (
        <TextField
          key={date}
          name={`schedule.${date}`}
          type={date === 'mandatesStartAt' ? 'date' : 'datetime-local'}
          label={t(`elections.date.${date}`)}
          hint={t(`elections.dateHint.${date}`)}
        />
      ))}
    </>
  );
}

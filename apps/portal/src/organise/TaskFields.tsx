import type { ReactElement } from 'react';
import {
  CheckboxesField,
  fromCampusInput,
  SelectField,
  TextAreaField,
  TextField,
  toCampusInput,
  useTexts,
  type FormValues,
} from '@guildhall/ui';
import type { ShownOrganising } from './organise-document.js';

/** A task as it is shown. */
export type ShownTask = ShownOrganising['tasks'][number];

const newTask = { title: '', notes: '', owner: null, dueAt: null, needs: [] };

/** The values a form about a task begins with; `prefix` is where its fields stand in the input. */
export function taskValues(task: ShownTask | undefined, zone: string, prefix: string): FormValues {
  const { title, notes, owner, dueAt, needs } = task ?? newTask;
  return {
    [`${prefix}title`]: title,
    [`${prefix}notes`]: notes,
    [`${prefix}ownerId`]: owner?.id ?? '',
    [`${prefix}dueAt`]: dueAt ? toCampusInput(dueAt, zone) : '',
    [`${prefix}needs`]: needs,
  };
}

/** What such a form says, as the mutation takes it: what was emptied is null. */
export function readTask(values: FormValues, zone: string, prefix: string) {
  const text = (name: string): string => {
    const value = values[`${prefix}${name}`];
    return typeof value === 'string' ? value : '';
  };
  const needs = values[`${prefix}needs`];
  return {
    title: text('title'),
    notes: text('notes'),
    ownerId: text('ownerId') || null,
    dueAt: fromCampusInput(text('dueAt'), zone) ?? null,
    needs: typeof needs === 'object' ? needs : [],
  };
}

/** The fields of a task. */
export function TaskFields({
  organising,
  prefix,
  task,
}: {
  readonly organising: ShownOrganising;
  readonly prefix: string;
  readonly task?: ShownTask;
}): ReactElement {
  const { t } = useTexts();
  const others = organising.tasks.filter(({ id, status }) => id !== task?.id && status !== 'DROPPED');
  return (
    <>
      <TextField name={`${prefix}title`} label={t('organise.task')} />
      <TextAreaField name={`${prefix}notes`} label={t('organise.notes')} />
      <SelectField name={`${prefix}ownerId`} label={t('organise.owner')} options={teamOptions(organising)} />
      <TextField name={`${prefix}dueAt`} type="datetime-local" label={t('organise.due')} />
      {others.length > 0 && (
        <CheckboxesField
          name={`${prefix}needs`}
          label={t('organise.needs')}
          options={others.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
    </>
  );
}

/** Who is on the team, to choose from. */
export function teamOptions({ team }: ShownOrganising) {
  return team.flatMap(({ member, status }) =>
    member?.displayName && status === 'ON_TEAM' ? [{ value: member.id, label: member.displayName }] : [],
  );
}

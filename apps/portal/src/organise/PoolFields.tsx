import type { ReactElement } from 'react';
import {
  CheckboxesField,
  fromCampusInput,
  RadioField,
  TextField,
  toCampusInput,
  useField,
  useGraphQuery,
  useTexts,
  type FormValues,
} from '@guildhall/ui';
import type { PoolAudience } from '../generated/graphql.js';
import type { OrganisedActivity } from './organise-document.js';
import { poolCoursesDocument } from './pool-documents.js';

/** A pool as it is shown. */
export type ShownPool = OrganisedActivity['pools'][number];

const dates = ['opensAt', 'closesAt', 'mergesAt'] as const;
const dayMs = 86_400_000;
/** The largest whole number the graph carries; beyond it nothing would be said at the field. */
const numberMax = 2_147_483_647;

/** The values a form about a pool begins with: as it is, or open from now until two days before the activity. */
export function poolValues(pool: ShownPool | undefined, { startsAt }: OrganisedActivity, zone: string) {
  const close = new Date(Date.parse(startsAt) - 2 * dayMs).toISOString();
  const {
    name,
    seats,
    opensAt,
    closesAt = close,
    mergesAt = close,
  } = pool ?? { name: '', seats: 10, opensAt: new Date().toISOString() };
  return {
    name,
    seats: String(seats),
    opensAt: toCampusInput(opensAt, zone),
    closesAt: toCampusInput(closesAt, zone),
    mergesAt: toCampusInput(mergesAt, zone),
  };
}

/** What such a form says, or the dates that are missing. */
export function readPool(values: FormValues, zone: string) {
  const text = (name: string): string => {
    const value = values[name];
    return typeof value === 'string' ? value : '';
  };
  const [opensAt, closesAt, mergesAt] = dates.map((name) => fromCampusInput(text(name), zone));
  if (opensAt === undefined || closesAt === undefined || mergesAt === undefined) {
    const missing = dates.filter((name) => fromCampusInput(text(name), zone) === undefined);
    return { missing: missing.map((path) => ({ path, rule: 'REQUIRED' })) };
  }
  const seats = Math.min(Math.trunc(Number(text('seats'))) || 0, numberMax);
  return { plan: { name: text('name'), seats, opensAt, closesAt, mergesAt } };
}

/** How many seats, from when, until when, and when they merge. */
export function PoolFields(): ReactElement {
  const { t } = useTexts();
  return (
    <>
      <TextField name="seats" type="number" label={t('organise.poolSeats')} />
      <TextField name="opensAt" type="datetime-local" label={t('organise.poolFrom')} />
      <TextField name="closesAt" type="datetime-local" label={t('organise.poolUntil')} />
      <TextField
        name="mergesAt"
        type="datetime-local"
        label={t('organise.poolMergesAt')}
        hint={t('organise.poolMergesHint')}
      />
    </>
  );
}

const audiences: readonly PoolAudience[] = ['EVERYBODY', 'GROUP_MEMBERS', 'CONSTITUENCIES'];

/** The audience that a form says. */
export const audienceOf = (value: string): PoolAudience => audiences.find((each) => each === value) ?? 'EVERYBODY';

/** For whom a new pool is: anybody, the group, or courses of the viewer, as nobody else's are theirs to list. */
export function AudienceFields({ hasGroup }: { readonly hasGroup: boolean }): ReactElement {
  const { t } = useTexts();
  const { value } = useField('audience');
  const { data } = useGraphQuery(poolCoursesDocument, {});
  const courses = (data?.viewer.issueSpaces ?? []).flatMap(({ constituency }) =>
    constituency
      ? [
          {
            value: constituency.id,
            label: t('organise.poolCourse', { programme: constituency.programme, year: constituency.year }),
          },
        ]
      : [],
  );
  const offered = audiences.filter(
    (audience) => (audience !== 'GROUP_MEMBERS' || hasGroup) && (audience !== 'CONSTITUENCIES' || courses.length > 0),
  );
  return (
    <>
      <RadioField
        name="audience"
        label={t('organise.poolFor')}
        options={offered.map((audience) => ({ value: audience, label: t(`organise.audiences.${audience}`) }))}
      />
      {value === 'CONSTITUENCIES' && (
        <CheckboxesField name="constituencyIds" label={t('organise.poolCourses')} options={courses} />
      )}
    </>
  );
}

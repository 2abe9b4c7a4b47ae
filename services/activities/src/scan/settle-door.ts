import type { Activity } from '../activity/activity.js';
import { isLateAt, type Registration } from '../registration/registration.js';
import { placeKey, standingOf, type Standing } from './merge-scans.js';
import type { DoorState, Scan, ScanId, ScanUndo } from './scan.js';

/** Everything that is known of some registrations at the door. */
export type DoorRecord = { readonly scans: readonly Scan[]; readonly undos: readonly ScanUndo[] };

/** What has to be written so that the rows say what the record says. */
export type Settlement = {
  readonly counted: ReadonlySet<ScanId>;
  readonly uncounted: ReadonlySet<ScanId>;
  readonly states: readonly DoorState[];
};

/** Settles which scans count and how registrations stand, from the whole record of each: the order of arrival plays no part. */
export function settleDoor(
  activity: Activity,
  registrations: readonly Registration[],
  { scans, undos }: DoorRecord,
): Settlement {
  const byPlace = Map.groupBy(scans, placeKey);
  const undosByPlace = Map.groupBy(undos, placeKey);
  const standings = new Map(
    [...byPlace].map(([key, own]) => [key, standingOf(own, undosByPlace.get(key) ?? [])] as const),
  );
  const counted = new Set(
    [...standings.values()].flatMap((standing) => [standing.in?.id ?? [], standing.out?.id ?? []].flat()),
  );
  const uncounted = new Set(scans.filter(({ id, isCounted }) => isCounted && !counted.has(id)).map(({ id }) => id));
  const states = registrations.flatMap((registration) => {
    const main = { registrationId: registration.id, checkpointId: activity.id as string as Scan['checkpointId'] };
    const state = stateOf(registration, activity, standings.get(placeKey(main)) ?? { in: undefined, out: undefined });
    return isSame(registration, state) ? [] : [state];
  });
  return { counted, uncounted, states };
}

/** Only the main door says whether somebody is there; a bus or a meal does not. */
function stateOf(registration: Registration, activity: Activity, standing: Standing): DoorState {
  const { id } = registration;
  const checkedInAt = standing.in?.scannedAt;
  const checkedOutAt = standing.out?.scannedAt;
  if (checkedInAt === undefined)
    return { id, status: 'CONFIRMED', checkedInAt: undefined, checkedOutAt: undefined, isLate: false };
  const status = checkedOutAt === undefined ? 'CHECKED_IN' : 'CHECKED_OUT';
  return { id, status, checkedInAt, checkedOutAt, isLate: isLateAt({ registration, activity }, checkedInAt) };
}

function isSame(registration: Registration, state: DoorState): boolean {
  const times = (value: Pick<Registration, 'checkedInAt' | 'checkedOutAt'>): string =>
    `${value.checkedInAt?.getTime()} ${value.checkedOutAt?.getTime()}`;
  return registration.status === state.status && times(registration) === times(state);
}

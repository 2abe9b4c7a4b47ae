import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { GroupId } from '../group/group.js';
import type { Admission } from './admission.js';
import { admissionPolicy } from './admission.policy.js';

/** What waits between the viewer and groups. */
export function createOwnAdmissionLoader(
  actor: Actor,
  admissions: Repositories['admissions'],
  now: Date,
): DataLoader<GroupId, Admission | undefined> {
  return new DataLoader(async (ids) => {
    const byGroup = new Map((await admissions.listOwn(actor, ids, now)).map((row) => [row.groupId, row]));
    return ids.map((id) => byGroup.get(id));
  });
}

/** How many requests wait in groups; nothing for those in which the viewer does not decide. */
export function createRequestCountLoader(
  actor: Actor,
  admissions: Repositories['admissions'],
  now: Date,
): DataLoader<GroupId, number | undefined> {
  return new DataLoader(async (ids) => {
    const decided = ids.filter((id) => admissionPolicy.canSeeWaiting(actor, id));
    const counts = await admissions.countRequests(decided, now);
    return ids.map((id) => (decided.includes(id) ? (counts.get(id) ?? 0) : undefined));
  });
}

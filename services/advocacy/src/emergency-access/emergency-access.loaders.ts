import type { Id } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { CaseViewer } from '../sealing/viewer.js';
import type { EmergencyAccess } from './emergency-access.js';
import type { EmergencyViewer } from './emergency-access.policy.js';

/** What the student of cases has been told of emergency accesses to them. */
export function createEmergenciesOfCaseLoader(
  viewer: CaseViewer,
  emergencies: Repositories['emergencies'],
  now: Date,
): DataLoader<Id<'Case'>, readonly EmergencyAccess[]> {
  return new DataLoader(async (ids) => {
    const byCase = Map.groupBy(await emergencies.listTold(viewer, ids, now), ({ caseId }) => caseId);
    return ids.map((id) => byCase.get(id) ?? []);
  });
}

/** The viewer as this noun knows them, asked of the database once a request. */
export function createEmergencyPerson(
  viewer: CaseViewer,
  emergencies: Repositories['emergencies'],
  now: Date,
): () => Promise<EmergencyViewer> {
  const asked: { person?: Promise<EmergencyViewer> } = {};
  return () => (asked.person ??= emergencies.viewerOf(viewer, now));
}

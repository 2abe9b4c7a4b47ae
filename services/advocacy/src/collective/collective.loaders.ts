import DataLoader from 'dataloader';
import type { CaseId } from '../case/case.js';
import type { Repositories } from '../deps.js';
import type { CaseCause } from './collective.js';

/** The officers in office, asked for once however many suggestions are shown. */
export function createOfficerLoader(
  collectives: Repositories['collectives'],
  now: Date,
): DataLoader<'now', readonly string[]> {
  return new DataLoader(async (keys) => {
    const officers = (await collectives.listOfficers(now)).map(({ subject }) => subject);
    return keys.map(() => officers);
  });
}

/** The causes of cases that the viewer was shown. */
export function createCauseLoader(collectives: Repositories['collectives']): DataLoader<CaseId, CaseCause | undefined> {
  return new DataLoader(async (ids) => {
    const byCase = new Map((await collectives.listCauses(ids)).map((cause) => [cause.caseId, cause]));
    return ids.map((id) => byCase.get(id));
  });
}

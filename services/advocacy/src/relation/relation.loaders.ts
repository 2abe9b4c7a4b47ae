import DataLoader from 'dataloader';
import type { Case, CaseId } from '../case/case.js';
import type { Repositories } from '../deps.js';
import type { CaseViewer } from '../sealing/viewer.js';
import type { CaseMerge } from './relation.js';

/** The cases linked with each that the viewer may read; a linked case of somebody else's is simply not there. */
export function createLinkLoader(
  viewer: CaseViewer,
  { cases, relations }: Pick<Repositories, 'cases' | 'relations'>,
): DataLoader<CaseId, readonly Case[]> {
  return new DataLoader(async (ids) => {
    const links = await relations.listLinks(ids);
    const seen = await cases.listVisible(
      viewer,
      links.map(({ otherId }) => otherId),
    );
    const byId = new Map(seen.map((item) => [item.id, item]));
    const byCase = Map.groupBy(links, ({ caseId }) => caseId);
    return ids.map((id) => (byCase.get(id) ?? []).flatMap(({ otherId }) => byId.get(otherId) ?? []));
  });
}

/** The cases linked with each that stand in the viewer's queue. */
export function createQueuedLinkLoader(
  viewer: CaseViewer,
  { cases, relations }: Pick<Repositories, 'cases' | 'relations'>,
): DataLoader<CaseId, readonly Case[]> {
  return new DataLoader(async (ids) => {
    const links = await relations.listLinks(ids);
    const queued = await cases.listQueued(
      viewer,
      links.map(({ otherId }) => otherId),
    );
    const byId = new Map(queued.map((item) => [item.id, item]));
    const byCase = Map.groupBy(links, ({ caseId }) => caseId);
    return ids.map((id) => (byCase.get(id) ?? []).flatMap(({ otherId }) => byId.get(otherId) ?? []));
  });
}

/** One case each that the viewer may read, or nothing. */
export function createCaseLoader(
  viewer: CaseViewer,
  cases: Repositories['cases'],
): DataLoader<CaseId, Case | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await cases.listVisible(viewer, ids)).map((item) => [item.id, item]));
    return ids.map((id) => byId.get(id));
  });
}

/** The merges of each case that wait for the student's answer. */
export function createMergeLoader(
  viewer: CaseViewer,
  relations: Repositories['relations'],
): DataLoader<CaseId, readonly CaseMerge[]> {
  return new DataLoader(async (ids) => {
    const merges = await relations.listOpen(viewer, ids);
    return ids.map((id) => merges.filter(({ fromId, intoId }) => fromId === id || intoId === id));
  });
}

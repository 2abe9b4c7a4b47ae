import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, requestError, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { skillsShown } from '../skill/skill.js';
import { knownActivityKind, knownPositionKind } from './known-kinds.js';
import { evidenceLifecycle } from './record-entry.js';
import { recordPolicy } from './record.policy.js';
import { termByKey, type Term } from './term-rules.js';

/** What another service owns, as an id alone. */
const reference = (id: string | undefined) => (id === undefined ? null : { id });

function readTerm(key: string | null | undefined, zone: string): Term | undefined {
  if (key == null) return undefined;
  const term = termByKey(key, zone);
  if (term === undefined)
    throw requestError('BAD_USER_INPUT', 'term must be the key of a term, for example 2026-AUTUMN.');
  return term;
}

/** Resolvers of a member's record and of the evidence in it. */
export const recordResolvers: Resolvers = {
  Member: {
    record: ({ id }, { kinds, term, isStanding, ...page }, { actor, now, campusZone, read }) =>
      recordPolicy.canRead(actor, id)
        ? read.recordReader.pageOwn(
            actor,
            { kinds: kinds ?? undefined, term: readTerm(term, campusZone), isStanding: isStanding ?? undefined },
            { page: readPageRequest(page, ['instant', 'id']), now },
          )
        : null,
  },
  Mutation: {
    hideEvidence: async (_root, { input }, { actor, learning }) =>
      toResult(
        'HideEvidenceSuccess',
        await learning.hideEvidence(actor, { evidenceId: toId(input.evidenceId) }),
        (evidence) => ({ evidence }),
      ),
    showEvidence: async (_root, { input }, { actor, learning }) =>
      toResult(
        'ShowEvidenceSuccess',
        await learning.showEvidence(actor, { evidenceId: toId(input.evidenceId) }),
        (evidence) => ({ evidence }),
      ),
  },
  Evidence: {
    activity: ({ detail }) => reference(detail.activityId),
    activityKind: ({ detail }) => knownActivityKind(detail.activityKind),
    group: ({ detail }) => reference(detail.groupId),
    positionKind: ({ detail }) => knownPositionKind(detail.positionKind),
    constituency: ({ detail }) => reference(detail.constituencyId),
    proposal: ({ detail }) => reference(detail.proposalId),
    path: async ({ detail: { pathId } }, _args, { loaders }) =>
      pathId === undefined ? null : ((await loaders.paths.load(toId(pathId))) ?? null),
    step: async ({ detail: { stepId } }, _args, { loaders }) =>
      stepId === undefined ? null : ((await loaders.ownSteps.load(toId(stepId))) ?? null),
    session: async ({ detail: { sessionId } }, _args, { loaders }) =>
      sessionId === undefined ? null : loaders.studySessions.load(toId(sessionId)),
    skills: async (entry, _args, { loaders }) => skillsShown(entry, await loaders.skillMapping()),
    viewerActions: (entry, _args, { actor, now }) =>
      viewerActions(evidenceLifecycle, entry, now, () => recordPolicy.canHide(actor, entry.memberId)),
  },
};

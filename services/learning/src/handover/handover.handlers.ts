import type { EventData, EventHandlers } from '@guildhall/events';
import { toId } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { Repositories } from '../deps.js';
import { factUnit, type HandlerKit } from '../record/record.handlers.js';
import type { MandateTerm } from './mandate-term.js';
import { hearElection, hearMandate, hearMandateEnd } from './use-cases/open-handovers.js';

/** What handovers follow from: elections and mandates, in whichever order they arrive, and what groups plan. */
export function createHandoverHandlers(
  repositories: (manager: EntityManager) => Repositories,
  kit: HandlerKit,
): EventHandlers {
  const unitOf = (manager: EntityManager) => factUnit(repositories, manager, kit);
  const hearing = () => ({ now: kit.clock.now(), ids: kit.ids });
  return {
    async ElectionDeclared(manager, { data }) {
      const mandateIds = data.mandateIds.map((id) => toId<'Mandate'>(id));
      await hearElection(unitOf(manager), { electionId: toId(data.electionId), mandateIds }, hearing());
    },
    async MandateStarted(manager, { data }) {
      await hearMandate(unitOf(manager), { ...termOf(data), hasBegun: true }, hearing());
    },
    async MandateGiven(manager, { data }) {
      await hearMandate(unitOf(manager), { ...termOf(data), hasBegun: false }, hearing());
    },
    async MandateEnded(manager, { data }) {
      const ended = { mandateId: toId<'Mandate'>(data.mandateId), endedAt: new Date(data.endedAt) };
      await hearMandateEnd(unitOf(manager), ended);
    },
    async GroupActivityPlanned(manager, { data }) {
      await repositories(manager).mandateTerms.keepActivity({
        activityId: toId(data.activityId),
        groupId: toId(data.groupId),
        startsAt: new Date(data.startsAt),
        endsAt: new Date(data.endsAt),
        isOpen: data.isOpen,
      });
    },
  };
}

function termOf(data: EventData<'MandateStarted' | 'MandateGiven'>): Omit<MandateTerm, 'hasBegun'> {
  const { kind, groupId, constituencyId, positionId } = data;
  return {
    mandateId: toId<'Mandate'>(data.mandateId),
    memberId: toId<'Member'>(data.memberId),
    kind,
    groupId: groupId === null ? undefined : toId<'Group'>(groupId),
    constituencyId: constituencyId == null ? undefined : toId<'Constituency'>(constituencyId),
    positionId: positionId === undefined ? undefined : toId<'Position'>(positionId),
    startsAt: new Date(data.from),
    endsAt: new Date(data.to),
  };
}

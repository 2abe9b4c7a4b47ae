import type { EventHandlers } from '@guildhall/events';
import { toId } from '@guildhall/kernel';
import {
  countMemberData,
  createExportPartReader,
  createPersonalDataHandlers,
  createRemoteExportTasks,
  type ServiceKit,
} from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { giveUpPlaces } from './give-up-places.handler.js';
import { personalSections } from './personal.sections.js';

/** How this service writes its part of copies, shows what erasure would do, and erases. */
export function createPersonalData(kit: ServiceKit) {
  const options = {
    service: 'activities',
    sections: personalSections,
    exportReady: 'ActivitiesExportReady',
    erased: 'ActivitiesMemberErased',
  } as const;
  const { MemberStatusChanged: erase, ...others } = createPersonalDataHandlers(kit, options);
  const handlers: EventHandlers = {
    ...others,
    async MemberStatusChanged(manager, event) {
      const { memberId, status } = event.data;
      if (status === 'ERASED') await giveUpPlaces(manager, toId(memberId), kit);
      await erase?.(manager, event);
    },
  };
  return {
    handlers,
    tasks: createRemoteExportTasks(kit, options),
    reads: (manager: EntityManager) => ({
      ...createExportPartReader(manager),
      count: (memberId: string) => countMemberData(manager, personalSections, memberId),
    }),
  };
}

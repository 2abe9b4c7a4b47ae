import {
  countMemberData,
  createExportPartReader,
  createPersonalDataHandlers,
  createRemoteExportTasks,
  type ServiceKit,
} from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { personalSections } from './personal.sections.js';

/** How this service writes its part of copies, shows what erasure would do, and erases. */
export function createPersonalData(kit: ServiceKit) {
  const options = {
    service: 'learning',
    sections: personalSections,
    exportReady: 'LearningExportReady',
    erased: 'LearningMemberErased',
  } as const;
  return {
    handlers: createPersonalDataHandlers(kit, options),
    tasks: createRemoteExportTasks(kit, options),
    reads: (manager: EntityManager) => ({
      ...createExportPartReader(manager),
      count: (memberId: string) => countMemberData(manager, personalSections, memberId),
    }),
  };
}

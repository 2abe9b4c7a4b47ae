import type { EventHandlers } from '@guildhall/events';
import { toId } from '@guildhall/kernel';
import {
  countMemberData,
  createExportPartReader,
  createExportTasks,
  requireDone,
  type ServiceKit,
  type Task,
} from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { ExportingService } from '../data-export/data-export.js';
import { createDataExportRepository, type DataExportRepository } from '../data-export/data-export.repository.js';
import { noteExportPart } from '../data-export/use-cases/note-export-part.js';
import type { Deps, Repositories } from '../deps.js';
import type { ErasingService } from '../erasure/erasure.js';
import { createErasureRepository, type ErasureRepository } from '../erasure/erasure.repository.js';
import { eraseMember } from '../erasure/use-cases/erase-member.js';
import {
  createMembershipAppealRepository,
  type MembershipAppealRepository,
} from '../membership-appeal/membership-appeal.repository.js';
import { personalSections } from '../personal-data/personal.sections.js';

/** The repositories of suspensions, copies and erasures. */
export type LifeRepositories = {
  readonly membershipAppeals: MembershipAppealRepository;
  readonly dataExports: DataExportRepository;
  readonly erasures: ErasureRepository;
};

/** These repositories over one connection or transaction. */
export function createLifeRepositories(manager: EntityManager): LifeRepositories {
  return {
    membershipAppeals: createMembershipAppealRepository(manager),
    dataExports: createDataExportRepository(manager),
    erasures: createErasureRepository(manager, personalSections),
  };
}

/** What a request reads copies and previews with. */
export function createPersonalDataReads(manager: EntityManager) {
  return {
    ...createExportPartReader(manager),
    count: (memberId: string) => countMemberData(manager, personalSections, memberId),
  };
}

type InTransaction = (manager: EntityManager) => Repositories;

/** What membership does when another service has written its part of a copy or has erased a member. */
export function createLifeHandlers({ clock }: ServiceKit, repositories: InTransaction): EventHandlers {
  const written =
    (service: ExportingService) =>
    (manager: EntityManager, { data }: { readonly data: { readonly exportId: string } }): Promise<void> =>
      noteExportPart(repositories(manager), data.exportId, { service, now: clock.now() });
  const erased =
    (service: ErasingService) =>
    (manager: EntityManager, { data }: { readonly data: { readonly memberId: string } }): Promise<void> =>
      repositories(manager).erasures.confirm(toId(data.memberId), { service, confirmedAt: clock.now() });
  return {
    ActivitiesExportReady: written('activities'),
    LearningExportReady: written('learning'),
    ActivitiesMemberErased: erased('activities'),
    AdvocacyMemberErased: erased('advocacy'),
    LearningMemberErased: erased('learning'),
  };
}

const erasurePayload = z.object({ erasureId: z.string() });

/** The jobs that write and delete membership's own part of a copy and carry out erasures. */
export function createLifeTasks(
  kit: ServiceKit,
  deps: Deps,
  repositories: InTransaction,
): Readonly<Record<string, Task>> {
  const service = 'membership';
  return {
    ...createExportTasks(kit, { service, sections: personalSections }, (manager, exportId) =>
      noteExportPart(repositories(manager), exportId, { service, now: kit.clock.now() }),
    ),
    'erase-member': async (payload) => {
      requireDone(await eraseMember(deps, { erasureId: toId(erasurePayload.parse(payload).erasureId) }));
    },
  };
}

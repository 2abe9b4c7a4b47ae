import { createOutbox, type EventHandlers, type EventType, type ServiceName } from '@guildhall/events';
import { ok, registeredMemberOf, type Actor } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import { createJobQueue } from '../jobs/job-queue.js';
import type { Task } from '../jobs/start-worker.js';
import type { ServiceKit } from '../service/define-service.js';
import { eraseMemberData } from './erase-member-data.js';
import { exportKeptMs, type PersonalSection } from './personal-section.js';
import { writeExportPart } from './write-export-part.js';

/** The jobs of a service's part of a copy. */
export const exportTasks = { write: 'write-data-export', remove: 'remove-data-export' } as const;

type ExportReady = Extract<EventType, `${string}ExportReady`>;
type MemberErased = Extract<EventType, `${string}MemberErased`>;

/** What a service brings that keeps something about members. */
export type PersonalDataOptions = {
  readonly service: ServiceName;
  readonly sections: readonly PersonalSection[];
  /** How it tells that its part of a copy is written; absent where no part is. */
  readonly exportReady?: ExportReady;
  /** How it tells that it erased a member. */
  readonly erased: MemberErased;
};

/** Plans the writing of a service's part inside the caller's transaction. Asked twice, it is planned once. */
export async function planExportPart(
  manager: EntityManager,
  { exportId, memberId, now }: { readonly exportId: string; readonly memberId: string; readonly now: Date },
): Promise<void> {
  await manager.query(
    'insert into data_export_part (export_id, member_id) values ($1, $2) on conflict (export_id) do nothing',
    [exportId, memberId],
  );
  await createJobQueue(manager).enqueue(
    exportTasks.write,
    { exportId },
    { runAt: now, key: `${exportTasks.write}:${exportId}` },
  );
}

/** What a service does when membership tells that somebody asked for a copy or was erased. */
export function createPersonalDataHandlers({ clock, ids }: ServiceKit, options: PersonalDataOptions): EventHandlers {
  return {
    ...(options.exportReady && {
      DataExportRequested: (manager, { data }) => planExportPart(manager, { ...data, now: clock.now() }),
    }),
    async MemberStatusChanged(manager, { data: { memberId, status } }) {
      if (status !== 'ERASED') return;
      await eraseMemberData(manager, options.sections, memberId);
      await createOutbox(manager, clock, ids).append(options.erased, memberId, { memberId });
    },
  };
}

/** The jobs that write a service's part and delete it when its time is over. `onReady` runs in the transaction that finished it. */
export function createExportTasks(
  kit: ServiceKit,
  { service, sections }: Pick<PersonalDataOptions, 'service' | 'sections'>,
  onReady: (manager: EntityManager, exportId: string) => Promise<unknown>,
): Readonly<Record<string, Task>> {
  const { clock } = kit;
  const { transaction } = kit.transactions((manager) => ({ manager }));
  return {
    [exportTasks.write]: async (payload) => {
      const exportId = readExportId(payload);
      await transaction(async ({ manager, jobs }) => {
        const now = clock.now();
        if ((await writeExportPart(manager, { service, sections, exportId, now })) === undefined) return ok(undefined);
        const runAt = new Date(now.getTime() + exportKeptMs);
        await jobs.enqueue(exportTasks.remove, { exportId }, { runAt, key: `${exportTasks.remove}:${exportId}` });
        await onReady(manager, exportId);
        return ok(undefined);
      });
    },
    [exportTasks.remove]: async (payload, due) => {
      // The queue's clock may run ahead of ours; the job then tries again.
      if (due > clock.now()) throw new Error('not due yet');
      await kit.dataSource.query('delete from data_export_part where export_id = $1', [readExportId(payload)]);
    },
  };
}

/** The jobs of a service that tells membership when its part is written. */
export function createRemoteExportTasks(
  kit: ServiceKit,
  options: PersonalDataOptions & { readonly exportReady: ExportReady },
): Readonly<Record<string, Task>> {
  return createExportTasks(kit, options, (manager, exportId) =>
    createOutbox(manager, kit.clock, kit.ids).append(options.exportReady, exportId, { exportId }),
  );
}

/** Whose copies and previews the actor may see: their own, with or without the rights of a member. */
export const personalDataPolicy = { subjectOf: (actor: Actor) => registeredMemberOf(actor) };

function readExportId(payload: unknown): string {
  if (typeof payload !== 'object' || payload === null || !('exportId' in payload))
    throw new Error('the payload names no copy');
  return String(payload.exportId);
}

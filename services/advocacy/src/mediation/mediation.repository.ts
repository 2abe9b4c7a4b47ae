import { toPage, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { brokenConstraint, insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { createMediationSideRepository } from './mediation-side.repository.js';
import { heldStatuses } from './layer-scope.js';
import { MediationEntity } from './mediation.entity.js';
import type { Mediation, MediationFile, MediationId, MediationRule } from './mediation.js';
import { queuedMediations, visibleMediations } from './mediation-scope.js';
import type { MediationViewer } from './mediation-viewer.js';

const isOnSide = `exists (select 1 from mediation_person x where x.mediation_id = mediation.id and x.person = any(:persons))`;
const leadsSide = `exists (select 1 from mediation_party d where d.mediation_id = mediation.id and d.department_id = any(:departmentIds))`;

/** Who looks from outside has no part in it: no side, not the case, no declared tie to anybody named. */
const isOutside = `not ${isOnSide} and not ${leadsSide}
  and not exists (select 1 from case_assignment a where a.case_id = mediation.case_id and a.subject = :subject)
  and not exists (select 1 from mediator_tie t join mediation_party n on n.name_index = t.name_index
    where t.subject = :subject and n.mediation_id = mediation.id)`;

/** What keeps a case worker of the case from being its mediator. */
const workerConstraint = 'mediation_mediator_is_no_worker';

/** The states in which a mediation still lives for its case. */
const liveStatuses = `('PROPOSED', 'REQUESTED', 'SUITABLE', 'INVITED', 'AGREED', 'ASSIGNED', 'SESSIONS')`;

type CodeRow = { readonly id: Id<'MediationParty'>; readonly mediation_id: MediationId };

type RuleRow = {
  version: number;
  agreement: Record<string, string[]>;
  invitation_days: number;
  follow_up_days: number;
};

/** Reads and writes mediations without their words; every read takes the viewer. */
export type MediationRepository = ReturnType<typeof createMediationRepository>;

/** A repository over one connection or transaction. */
export function createMediationRepository(manager: EntityManager) {
  const { listFiles } = createMediationSideRepository(manager);
  const visible = (viewer: MediationViewer): SelectQueryBuilder<Mediation> => {
    const { all, mediator, ...own } = visibleMediations(viewer);
    return manager
      .createQueryBuilder(MediationEntity, 'mediation')
      .where(
        `(:all or (mediation.mediator = :mediator and mediation.status in ${heldStatuses}) or ${isOnSide} or (mediation.invitedUntil is not null and ${leadsSide}))`,
        { ...own, all, mediator: mediator ?? null },
      );
  };
  const queued = (viewer: MediationViewer): SelectQueryBuilder<Mediation> =>
    manager
      .createQueryBuilder(MediationEntity, 'mediation')
      .where(
        `(:isScreener and (mediation.status in ('REQUESTED', 'SUITABLE') or (:isManager and mediation.status in ('INVITED', 'AGREED'))) and ${isOutside})`,
        queuedMediations(viewer),
      );
  const file = async (mediation: Mediation | null): Promise<MediationFile | null> => {
    if (mediation === null) return null;
    const [found] = await listFiles([mediation]);
    return found ?? null;
  };
  const page = async (
    query: SelectQueryBuilder<Mediation>,
    { first, after }: PageRequest,
    direction: 'ASC' | 'DESC',
  ): Promise<Page<Mediation>> => {
    if (after !== undefined)
      query.andWhere(`(mediation.requestedAt, mediation.id) ${direction === 'ASC' ? '>' : '<'} (:at, :id)`, {
        at: after[0],
        id: after[1],
      });
    const rows = await query
      .orderBy('mediation.requestedAt', direction)
      .addOrderBy('mediation.id', direction)
      .limit(first + 1)
      .getMany();
    return toPage(rows, first, ({ requestedAt, id }) => [requestedAt.toISOString(), id]);
  };

  return {
    /** One mediation that the viewer sees from the inside, or nothing when missing or hidden. */
    findVisible: (viewer: MediationViewer, id: MediationId): Promise<Mediation | null> =>
      visible(viewer).andWhere('mediation.id = :id', { id }).getOne(),

    /** Those of the mediations that the viewer sees from the inside. */
    listVisible: (viewer: MediationViewer, ids: readonly MediationId[]): Promise<readonly Mediation[]> =>
      visible(viewer).andWhere('mediation.id = any(:ids)', { ids }).getMany(),

    /** The same with its sides, and held until the transaction ends: whoever acts at the same time waits and then sees this act. */
    holdVisible: async (viewer: MediationViewer, id: MediationId): Promise<MediationFile | null> =>
      file(await visible(viewer).andWhere('mediation.id = :id', { id }).setLock('pessimistic_write').getOne()),

    /** One mediation of the viewer's queue, or nothing when missing or hidden. */
    findQueued: (viewer: MediationViewer, id: MediationId): Promise<Mediation | null> =>
      queued(viewer).andWhere('mediation.id = :id', { id }).getOne(),

    /** The same with its sides, held until the transaction ends. */
    holdQueued: async (viewer: MediationViewer, id: MediationId): Promise<MediationFile | null> =>
      file(await queued(viewer).andWhere('mediation.id = :id', { id }).setLock('pessimistic_write').getOne()),

    /** The invited mediation to whose party a code belongs, held until the transaction ends; the code itself is the right to it. */
    async holdInvited(
      codeDigest: string,
    ): Promise<{ readonly file: MediationFile; readonly partyId: Id<'MediationParty'> } | null> {
      const find = async (): Promise<CodeRow | undefined> => {
        const [party]: readonly CodeRow[] = await manager.query(
          'select id, mediation_id from mediation_party where code_digest = $1',
          [codeDigest],
        );
        return party;
      };
      const found = await manager
        .createQueryBuilder(MediationEntity, 'mediation')
        .where('mediation.id = :id', { id: (await find())?.mediation_id ?? null })
        .setLock('pessimistic_write')
        .getOne();
      // Somebody may have used the code while this waited.
      const party = await find();
      const held = await file(found);
      return party === undefined || held === null ? null : { file: held, partyId: party.id };
    },

    /** Every mediation that the viewer sees from the inside, the newest first. */
    pageOwn: (viewer: MediationViewer, request: PageRequest): Promise<Page<Mediation>> =>
      page(visible(viewer), request, 'DESC'),

    /** What waits to be screened, signed or given to a mediator, the oldest first. */
    pageQueue: (viewer: MediationViewer, request: PageRequest): Promise<Page<Mediation>> =>
      page(queued(viewer), request, 'ASC'),

    /** Those of the cases to which a living mediation belongs; for cases that the viewer was shown already. */
    async listBusyCases(caseIds: readonly Id<'Case'>[]): Promise<readonly Id<'Case'>[]> {
      const rows: readonly { case_id: Id<'Case'> }[] = await manager.query(
        `select case_id from mediation where case_id = any($1::uuid[]) and status in ${liveStatuses}`,
        [caseIds],
      );
      return rows.map((row) => row.case_id);
    },

    /** The rules in force at the instant. */
    ruleAt: (now: Date): Promise<MediationRule> =>
      rule(manager, 'where valid_from <= $1 order by valid_from desc limit 1', now),

    /** One version of the rules. */
    ruleOf: (version: number): Promise<MediationRule> => rule(manager, 'where version = $1', version),

    add: (mediation: Mediation): Promise<Mediation> => insertRow(manager, MediationEntity, mediation),
    save: (mediation: Mediation): Promise<Mediation> => updateRow(manager, MediationEntity, mediation),

    /** The same, or nothing when its mediator became a case worker of its case meanwhile: the database has the last word. */
    async saveUnlessWorker(mediation: Mediation): Promise<Mediation | undefined> {
      try {
        return await updateRow(manager, MediationEntity, mediation);
      } catch (error) {
        if (brokenConstraint(error) !== workerConstraint) throw error;
        return undefined;
      }
    },
  };
}

async function rule(manager: EntityManager, where: string, value: unknown): Promise<MediationRule> {
  const [row]: readonly RuleRow[] = await manager.query(`select * from mediation_rule ${where}`, [value]);
  if (row === undefined) throw new Error('the migrations bring a first version of the rules');
  return {
    version: row.version,
    agreement: row.agreement,
    invitationDays: row.invitation_days,
    followUpDays: row.follow_up_days,
  };
}

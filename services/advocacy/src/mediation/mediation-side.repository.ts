import type { Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type {
  FollowUpAnswer,
  Mediation,
  MediationFile,
  MediationId,
  MediationParty,
  MediationPartyKind,
  MediationPerson,
  PersonKey,
} from './mediation.js';

type PartyJson = {
  readonly id: Id<'MediationParty'>;
  readonly position: number;
  readonly kind: MediationPartyKind;
  readonly department_id: Id<'Department'> | null;
  readonly signed_at: string | null;
  readonly follow_up: FollowUpAnswer | null;
};

type PersonJson = {
  readonly person: PersonKey;
  readonly party_id: Id<'MediationParty'>;
  readonly is_speaker: boolean;
};

type SidesRow = {
  readonly id: MediationId;
  readonly parties: readonly PartyJson[] | null;
  readonly people: readonly PersonJson[] | null;
  readonly workers: readonly string[] | null;
};

/** A new party with what only storage keeps of it. */
export type NewParty = Pick<MediationParty, 'id' | 'position' | 'kind' | 'departmentId'> & {
  readonly mediationId: MediationId;
  readonly nameIndex: string;
};

/** A person who takes a side. */
export type NewPerson = MediationPerson & {
  readonly mediationId: MediationId;
  readonly isStudent: boolean;
  readonly joinedAt: Date;
};

const sides = `
  select m.id,
    (select json_agg(json_build_object('id', p.id, 'position', p.position, 'kind', p.kind, 'department_id', p.department_id, 'signed_at', s.signed_at, 'follow_up', p.follow_up) order by p.position)
      from mediation_party p left join mediation_signature s on s.party_id = p.id where p.mediation_id = m.id) as parties,
    (select json_agg(json_build_object('person', x.person, 'party_id', x.party_id, 'is_speaker', x.is_speaker))
      from mediation_person x where x.mediation_id = m.id) as people,
    (select array_agg(distinct w.subject) from (
      select a.subject from case_assignment a where a.case_id = m.case_id
      union select f.assignee from case_file f where f.id = m.case_id and f.assignee is not null) w) as workers
  from mediation m where m.id = any($1::uuid[])`;

/** Reads and writes who stands on which side, for mediations that the caller was shown already. */
export type MediationSideRepository = ReturnType<typeof createMediationSideRepository>;

/** A repository over one connection or transaction. */
export function createMediationSideRepository(manager: EntityManager) {
  return {
    /** The mediations with their sides, in the order given; one statement however many. */
    async listFiles(mediations: readonly Mediation[]): Promise<readonly MediationFile[]> {
      const rows: readonly SidesRow[] = await manager.query(sides, [mediations.map(({ id }) => id)]);
      const byId = new Map(rows.map((row) => [row.id, row]));
      return mediations.map((mediation) => {
        const row = byId.get(mediation.id);
        return {
          mediation,
          parties: (row?.parties ?? []).map((party) => toParty(mediation.id, party)),
          people: (row?.people ?? []).map((x) => ({
            person: x.person,
            partyId: x.party_id,
            isSpeaker: x.is_speaker,
          })),
          caseWorkers: row?.workers ?? [],
        };
      });
    },

    async addParty({ id, mediationId, position, kind, departmentId, nameIndex }: NewParty): Promise<void> {
      await manager.query(
        'insert into mediation_party (id, mediation_id, position, kind, department_id, name_index) values ($1, $2, $3, $4, $5, $6)',
        [id, mediationId, position, kind, departmentId ?? null, nameIndex],
      );
    },

    /** Gives a person a side; nothing when they stand on one of this mediation already. */
    async addPerson({ mediationId, person, partyId, isSpeaker, isStudent, joinedAt }: NewPerson): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        `insert into mediation_person (mediation_id, person, party_id, is_speaker, is_student, joined_at)
         values ($1, $2, $3, $4, $5, $6) on conflict (mediation_id, person) do nothing returning 1`,
        [mediationId, person, partyId, isSpeaker, isStudent, joinedAt],
      );
      return rows.length > 0;
    },

    /** The pseudonyms of the students who stand on a side, to tell them in their own inbox. */
    async listStudents(id: MediationId): Promise<readonly PersonKey[]> {
      const rows: readonly { person: PersonKey }[] = await manager.query(
        'select person from mediation_person where mediation_id = $1 and is_student order by joined_at, person',
        [id],
      );
      return rows.map(({ person }) => person);
    },

    /** Replaces the code of a party; the one before opens nothing any more. */
    async setCode(partyId: Id<'MediationParty'>, digest: string | undefined): Promise<void> {
      await manager.query('update mediation_party set code_digest = $2 where id = $1', [partyId, digest ?? null]);
    },

    async sign(
      party: Pick<MediationParty, 'id'>,
      { ruleVersion, signer, now }: { readonly ruleVersion: number; readonly signer: PersonKey; readonly now: Date },
    ): Promise<void> {
      await manager.query(
        'insert into mediation_signature (party_id, rule_version, signer, signed_at) values ($1, $2, $3, $4)',
        [party.id, ruleVersion, signer, now],
      );
    },

    async answerFollowUp(partyId: Id<'MediationParty'>, answer: FollowUpAnswer): Promise<void> {
      await manager.query('update mediation_party set follow_up = $2 where id = $1', [partyId, answer]);
    },

    /** Forgets how anybody is called and, unless the sides agreed, who signed: by elimination it would tell who did not. */
    async forgetSides(id: MediationId, { keepsSignatures }: { readonly keepsSignatures: boolean }): Promise<void> {
      await manager.query('update mediation_party set name_index = null, code_digest = null where mediation_id = $1', [
        id,
      ]);
      if (keepsSignatures) return;
      await manager.query(
        'delete from mediation_signature where party_id in (select p.id from mediation_party p where p.mediation_id = $1)',
        [id],
      );
    },
  };
}

function toParty(mediationId: MediationId, row: PartyJson): MediationParty {
  return {
    id: row.id,
    mediationId,
    position: row.position,
    kind: row.kind,
    departmentId: row.department_id ?? undefined,
    signedAt: row.signed_at === null ? undefined : new Date(row.signed_at),
    followUp: row.follow_up ?? undefined,
  };
}

import { actorKey, type Id } from '@guildhall/kernel';
import { apartFromRequest } from '@guildhall/subgraph';
import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import { chain } from './disclosure/chain.crypto.js';
import { fieldOf, type ChainName, type Reading } from './disclosure/disclosure.js';
import { createDisclosureRepository } from './disclosure/disclosure.repository.js';
import type { EmergencyAccessId } from './emergency-access/emergency-access.js';
import { visibleEmergencies, type EmergencyViewer } from './emergency-access/emergency-access.policy.js';
import { emergencyWordsPlace } from './emergency-access/guardian.js';
import type { Pseudonym, Vault } from './sealing/sealing.js';
import { isManager } from './sealing/viewer.js';

/** Which words of the case behind an emergency access; `WORDS` are those in which it was asked for. */
export type EmergencyPlace = { readonly accessId: EmergencyAccessId; readonly place: string };

/** Stands for the words in which an access was asked for, whose place follows from its id. */
export const emergencyWords = 'WORDS';

/** Opens words under emergency access, batched per request; nothing for what is hidden, missing, over or erased. */
export type EmergencyReader = DataLoader<EmergencyPlace, string | undefined, string>;

type Scope = { readonly manager: EntityManager; readonly vault: Vault; readonly now: Date };

type Row = {
  access_id: EmergencyAccessId;
  place: string;
  content: Buffer;
  case_id: Id<'Case'>;
  student: Pseudonym;
  key_id: string;
  data_key: Buffer;
  tell_by: Date | null;
  asked_by: string;
};

const columns =
  'e.id as access_id, wanted.place, f.id as case_id, f.student, f.key_id, f.data_key, e.tell_by, e.asked_by';

/** The person who asked reads the file while access lasts, what student and case worker share and the student's name; no other layer. */
const filed = `
  select ${columns}, s.content
  from unnest($1::uuid[], $2::text[]) as wanted(access_id, place)
  join emergency_access e on e.id = wanted.access_id
  join case_file f on f.id = e.case_id
  join sealed_text s on s.case_id = f.id and s.place = wanted.place and s.layer in ('CASE', 'IDENTITY', 'RELEASED')
  where f.data_key is not null and e.status = 'GRANTED' and e.expires_at > $4 and e.asked_by = $3
    and f.student is distinct from $5 and not is_behind_wall(f.id, $3)`;

/** Both persons read why access was asked for, and so does the student once told. */
const asked = `
  select ${columns}, e.words as content
  from unnest($1::uuid[], $2::text[]) as wanted(access_id, place)
  join emergency_access e on e.id = wanted.access_id
  join case_file f on f.id = e.case_id
  where f.data_key is not null and wanted.place = '${emergencyWords}' and (
    ($6 and f.student is distinct from $5 and not is_behind_wall(f.id, $3))
    or (f.student = $5 and e.decided_at is not null and coalesce(e.tell_by, e.decided_at) <= $4))`;

/**
 * The only way to words under emergency access. As in `sealed-reader.ts` the ledger is written and committed before any
 * word is handed out. While telling the student would endanger somebody, the readings stand in a chain of their own.
 */
export function createEmergencyReader(viewer: () => Promise<EmergencyViewer>, scope: Scope): EmergencyReader {
  const open = async (places: readonly EmergencyPlace[]): Promise<readonly (string | undefined)[]> => {
    const person = await viewer();
    return scope.manager.transaction(async (transaction) => {
      const rows = await listOpen(transaction, person, { places, now: scope.now });
      const texts = new Map<string, string>();
      for (const row of rows)
        texts.set(keyOf({ accessId: row.access_id, place: row.place }), await textOf(row, scope.vault));
      await createDisclosureRepository(transaction, chain).append(readingsOf(rows, person, scope));
      return places.map((place) => texts.get(keyOf(place)));
    });
  };
  return new DataLoader((places: readonly EmergencyPlace[]) => apartFromRequest(() => open(places)), {
    cacheKeyFn: keyOf,
  });
}

async function listOpen(
  manager: EntityManager,
  person: EmergencyViewer,
  { places, now }: { readonly places: readonly EmergencyPlace[]; readonly now: Date },
): Promise<readonly Row[]> {
  const { isSecondPerson, subject, self } = visibleEmergencies(person);
  const wanted = [places.map(({ accessId }) => accessId), places.map(({ place }) => place)];
  const reader = isManager(person) ? (subject ?? null) : null;
  const words: readonly Row[] = await manager.query(filed, [...wanted, reader, now, self ?? null]);
  const reasons: readonly Row[] = await manager.query(asked, [
    ...wanted,
    subject ?? null,
    now,
    self ?? null,
    isSecondPerson,
  ]);
  return [...words, ...reasons];
}

function textOf(row: Row, vault: Vault): Promise<string> {
  const { case_id: caseId, access_id: accessId, key_id: keyId, data_key: dataKey, content } = row;
  const place = row.place === emergencyWords ? emergencyWordsPlace(accessId) : row.place;
  return vault.open({ keyId, dataKey }, { caseId, place }, content);
}

/** One reading per access and purpose. People read their own words unrecorded: the student as ever, the asker those of the request. */
function readingsOf(rows: readonly Row[], person: EmergencyViewer, { vault, now }: Scope): readonly Reading[] {
  const key = actorKey(person.actor);
  const others = rows.filter(
    ({ student, place, asked_by }) => student !== person.self && !(place === emergencyWords && asked_by === key),
  );
  const groups = Map.groupBy(others, ({ access_id, place }) => `${access_id}/${String(place === emergencyWords)}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const isWords = first.place === emergencyWords;
    return [
      {
        student: chainOf(first, now),
        caseId: first.case_id,
        referralId: undefined,
        groundId: first.access_id,
        readerRole: isManager(person) ? 'ADVICE_MANAGER' : 'GUARDIAN',
        reader: vault.alias(key),
        fields: [...new Set(group.map(({ place }) => (isWords ? 'EMERGENCY_WORDS' : fieldOf(place))))].sort(),
        purpose: isWords ? 'SECOND_PERSON' : 'EMERGENCY',
        at: now,
      } as const,
    ];
  });
}

function chainOf({ student, tell_by: tellBy, access_id: accessId }: Row, now: Date): ChainName {
  return tellBy !== null && tellBy > now ? `emergency/${accessId}` : student;
}

function keyOf({ accessId, place }: EmergencyPlace): string {
  return `${accessId}/${place}`;
}

import { actorKey, type Id } from '@guildhall/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { statusSeenByStudent, type Case } from './case/case.js';
import { casePlaces } from './case/place.js';
import { chain } from './disclosure/chain.crypto.js';
import { fieldOf, type Disclosure, type Reading } from './disclosure/disclosure.js';
import { createDisclosureRepository } from './disclosure/disclosure.repository.js';
import type { InboxSettingsRepository } from './inbox/inbox-settings.repository.js';
import type { CopiedCase, CopiedReferral, OwnCopy } from './own-copy/own-copy.js';
import type { Pseudonym, Vault } from './sealing/sealing.js';
import type { CaseViewer } from './sealing/viewer.js';

/** Collects a member's own copy; the ledger says so before anything is handed out. */
export type OwnCopyReader = (viewer: CaseViewer, student: Pseudonym, now: Date) => Promise<OwnCopy>;

type CaseRow = {
  id: Id<'Case'>;
  matter: string;
  stage: string;
  status: Case['status'];
  outcome: string | null;
  assignee: string | null;
  opened_at: Date;
  triaged_at: Date | null;
  closed_at: Date | null;
  key_id: string;
  data_key: Buffer | null;
};
type TextRow = { case_id: Id<'Case'>; place: string; content: Buffer };
type MessageRow = { id: Id<'CaseMessage'>; case_id: Id<'Case'>; author: string; sent_at: Date };
type DeadlineRow = { case_id: Id<'Case'>; kind: string; due_at: Date; met_at: Date | null };
type ReferralRow = {
  id: Id<'Referral'>;
  case_id: Id<'Case'>;
  department: string;
  status: string;
  sent_at: Date | null;
  due_at: Date | null;
  responded_at: Date | null;
  decision: string | null;
  fields: readonly { readonly id: string; readonly consented: boolean }[] | null;
  questions: readonly { readonly id: string }[] | null;
};
type NoticeRow = { reason: string; case_id: Id<'Case'> | null; told_at: Date; read_at: Date | null };

const referralQuery = `
  select r.id, r.case_id, d.name as department, r.status, r.sent_at, r.due_at, r.responded_at, r.decision,
    (select json_agg(json_build_object('id', f.id, 'consented', f.consented) order by f.position) from referral_field f where f.referral_id = r.id) as fields,
    (select json_agg(json_build_object('id', q.id) order by q.asked_at) from referral_question q where q.referral_id = r.id) as questions
  from referral r join department d on d.id = r.department_id where r.case_id = any($1::uuid[]) order by r.drafted_at, r.id`;

/** A reader over the service's database; each copy is one transaction, so that it is of one moment. */
export function createOwnCopyReader(
  dataSource: DataSource,
  vault: Vault,
  settingsOf: (manager: EntityManager) => InboxSettingsRepository,
): OwnCopyReader {
  return (viewer, student, now) =>
    dataSource.transaction('REPEATABLE READ', async (manager) => {
      const cases: readonly CaseRow[] = await manager.query(
        'select * from case_file where student = $1 order by opened_at, id',
        [student],
      );
      const ids = cases.map(({ id }) => id);
      const texts = await openTexts(manager, vault, cases);
      const messages = await byCase<MessageRow>(
        manager,
        'select * from case_message where case_id = any($1::uuid[]) order by sent_at, id',
        ids,
      );
      const deadlines = await byCase<DeadlineRow>(
        manager,
        'select * from case_deadline where case_id = any($1::uuid[]) order by due_at, id',
        ids,
      );
      const referrals = await byCase<ReferralRow>(manager, referralQuery, ids);
      const disclosures = createDisclosureRepository(manager, chain);
      const readings = Map.groupBy(await disclosures.listOwn(viewer, now), ({ caseId }) => caseId);
      await disclosures.append(
        cases.flatMap((item) => readingOf(item, texts.get(item.id), { viewer, student, vault, now })),
      );
      const settings = await settingsOf(manager).read({ kind: 'STUDENT', pseudonym: student });
      return {
        format: 'guildhall-case-copy/1',
        takenAt: now,
        cases: cases.map((item) =>
          copyCase(item, {
            texts: texts.get(item.id) ?? new Map(),
            messages: messages.get(item.id) ?? [],
            deadlines: deadlines.get(item.id) ?? [],
            referrals: referrals.get(item.id) ?? [],
            readings: readings.get(item.id) ?? [],
          }),
        ),
        notices: await listNotices(manager, student),
        mail: {
          address: settings.address,
          kinds: settings.mailKinds,
          quietFrom: settings.quietFrom,
          quietUntil: settings.quietUntil,
          language: settings.language,
        },
      };
    });
}

/** The layers that are the student's own to read; an erased case has no words. */
async function openTexts(
  manager: EntityManager,
  vault: Vault,
  cases: readonly CaseRow[],
): Promise<ReadonlyMap<Id<'Case'>, ReadonlyMap<string, string>>> {
  const rows = await byCase<TextRow>(
    manager,
    `select case_id, place, content from sealed_text where case_id = any($1::uuid[]) and layer in ('CASE', 'RELEASED', 'IDENTITY') order by place`,
    cases.filter((item) => item.data_key !== null).map(({ id }) => id),
  );
  const opened = cases.map(async ({ id, key_id: keyId, data_key: dataKey }) => {
    const texts = (dataKey === null ? [] : (rows.get(id) ?? [])).map(async ({ place, content }) => {
      const text = await vault.open({ keyId, dataKey: dataKey ?? Buffer.alloc(0) }, { caseId: id, place }, content);
      return [place, text] as const;
    });
    return [id, new Map(await Promise.all(texts))] as const;
  });
  return new Map(await Promise.all(opened));
}

async function byCase<Row extends { case_id: Id<'Case'> }>(
  manager: EntityManager,
  statement: string,
  caseIds: readonly Id<'Case'>[],
): Promise<ReadonlyMap<Id<'Case'>, readonly Row[]>> {
  const rows: readonly Row[] = await manager.query(statement, [caseIds]);
  return Map.groupBy(rows, ({ case_id }) => case_id);
}

function readingOf(
  { id }: CaseRow,
  texts: ReadonlyMap<string, string> | undefined,
  {
    viewer,
    student,
    vault,
    now,
  }: { readonly viewer: CaseViewer; readonly student: Pseudonym; readonly vault: Vault; readonly now: Date },
): readonly Reading[] {
  const fields = [...new Set([...(texts?.keys() ?? [])].map(fieldOf))].sort();
  if (fields.length === 0) return [];
  const reader = vault.alias(actorKey(viewer.actor));
  const ground = { referralId: undefined, groundId: undefined };
  return [{ ...ground, student, caseId: id, readerRole: 'STUDENT', reader, fields, purpose: 'OWN_EXPORT', at: now }];
}

type Parts = {
  readonly texts: ReadonlyMap<string, string>;
  readonly messages: readonly MessageRow[];
  readonly deadlines: readonly DeadlineRow[];
  readonly referrals: readonly ReferralRow[];
  readonly readings: readonly Disclosure[];
};

function copyCase(row: CaseRow, { texts, messages, deadlines, referrals, readings }: Parts): CopiedCase {
  const used = new Set<string>();
  const take = (place: string): string | undefined => {
    used.add(place);
    return texts.get(place);
  };
  const parties = take(casePlaces.otherParties);
  const known = {
    narrative: take(casePlaces.narrative),
    contactName: take(casePlaces.contactName),
    otherParties: parties === undefined ? [] : (JSON.parse(parties) as string[]),
    outcomeSummary: take(casePlaces.outcome),
    messages: messages.map(({ id, author, sent_at: sentAt }) => ({
      author,
      sentAt,
      text: take(casePlaces.message(id)),
    })),
    referrals: referrals.map((referral) => copyReferral(referral, take)),
  };
  return {
    id: row.id,
    matter: row.matter,
    stage: row.stage,
    status: statusSeenByStudent({ status: row.status, triagedAt: row.triaged_at ?? undefined }),
    outcome: row.outcome ?? undefined,
    openedAt: row.opened_at,
    closedAt: row.closed_at ?? undefined,
    assignee: row.assignee ?? undefined,
    ...known,
    deadlines: deadlines.map(({ kind, due_at: dueAt, met_at: metAt }) => ({ kind, dueAt, metAt: metAt ?? undefined })),
    readings: readings.map(({ at, readerRole, reader, purpose, fields }) => ({
      at,
      readerRole,
      reader,
      purpose,
      fields,
    })),
    otherWords: [...texts].flatMap(([place, text]) => (used.has(place) ? [] : [{ place, text }])),
  };
}

function copyReferral(row: ReferralRow, take: (place: string) => string | undefined): CopiedReferral {
  const at = `referral/${row.id}`;
  return {
    id: row.id,
    department: row.department,
    status: row.status,
    sentAt: row.sent_at ?? undefined,
    dueAt: row.due_at ?? undefined,
    respondedAt: row.responded_at ?? undefined,
    decision: row.decision ?? undefined,
    fields: (row.fields ?? []).flatMap(({ id, consented }) => {
      const text = take(`${at}/field/${id}`);
      return text === undefined ? [] : [{ ...(JSON.parse(text) as { name: string; value: string }), consented }];
    }),
    questions: (row.questions ?? []).map(({ id }) => ({
      question: take(`${at}/question/${id}/question`),
      answer: take(`${at}/question/${id}/answer`),
    })),
    response: take(`${at}/response`),
  };
}

async function listNotices(manager: EntityManager, student: Pseudonym): Promise<OwnCopy['notices']> {
  const rows: readonly NoticeRow[] = await manager.query(
    `select reason, case_id, told_at, read_at from notice where recipient_kind = 'STUDENT' and recipient = $1 order by told_at, id`,
    [student],
  );
  return rows.map((row) => ({
    reason: row.reason,
    caseId: row.case_id ?? undefined,
    toldAt: row.told_at,
    readAt: row.read_at ?? undefined,
  }));
}

import { randomUUID } from 'node:crypto';
import type { DemoUnion } from '@guildhall/demo';
import { insertRows, type Row } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { chain } from '../src/disclosure/chain.crypto.js';
import { createDisclosureRepository } from '../src/disclosure/disclosure.repository.js';
import type { Reading } from '../src/disclosure/disclosure.js';
import { emergencyWordsPlace } from '../src/emergency-access/guardian.js';
import type { NoticeReason } from '../src/inbox/notice.js';
import type { Vault, WrappedKey } from '../src/sealing/sealing.js';
import { toId } from '@guildhall/kernel';
import { hexOf } from './sealed-row.js';

/** What demo notices, readings and emergency accesses are made with. */
export type InboxSeal = {
  readonly vault: Vault;
  readonly anchor: Date;
  readonly keys: ReadonlyMap<string, WrappedKey>;
};

const dayMs = 86_400_000;
const unreadDays = 7;
/** Readings of so many cases are made up; a ledger is a chain, so they are written one after the other. */
const readCasesMax = 150;
const guardian = 'milo';

type Told = { readonly kind: 'STUDENT' | 'STAFF' | 'DEPARTMENT'; readonly recipient: string };

/** Fills the inboxes of demo people from what their cases went through, their read ledgers, and two emergency accesses. */
export async function loadDemoInboxes(manager: EntityManager, union: DemoUnion, seal: InboxSeal): Promise<void> {
  await insertRows(manager, 'notice', [...caseNotices(union, seal), ...referralNotices(union, seal)]);
  await createDisclosureRepository(manager, chain).append(readings(union, seal));
  await loadEmergencies(manager, union, seal);
}

function noticeRow(
  { kind, recipient }: Told,
  reason: NoticeReason,
  about: {
    readonly caseId?: string;
    readonly referralId?: string;
    readonly sourceId: string;
    readonly at: Date;
    readonly anchor: Date;
  },
): Row {
  const isOld = about.anchor.getTime() - about.at.getTime() > unreadDays * dayMs;
  return {
    id: randomUUID(),
    recipient_kind: kind,
    recipient,
    reason,
    case_id: kind === 'DEPARTMENT' ? null : (about.caseId ?? null),
    referral_id: about.referralId ?? null,
    source_id: about.sourceId,
    told_at: about.at,
    read_at: isOld ? new Date(about.at.getTime() + dayMs / 4) : null,
  };
}

function caseNotices({ cases }: DemoUnion, { vault, anchor }: InboxSeal): readonly Row[] {
  return cases.flatMap(({ id: caseId, memberId, assigneeSubject, openedAt, status, messages }) => {
    const student: Told = { kind: 'STUDENT', recipient: vault.pseudonym(memberId) };
    const worker: Told | undefined =
      assigneeSubject === undefined ? undefined : { kind: 'STAFF', recipient: assigneeSubject };
    const after = (hours: number): Date => new Date(Math.min(openedAt.getTime() + hours * 3_600_000, anchor.getTime()));
    const about = (sourceId: string, at: Date) => ({ caseId, sourceId, at, anchor });
    return [
      ...(status === 'NEW' ? [] : [noticeRow(student, 'RECEIPT', about(caseId, after(6)))]),
      ...(worker === undefined
        ? []
        : [
            noticeRow(student, 'ASSIGNED', about(caseId, after(24))),
            noticeRow(worker, 'ASSIGNED', about(caseId, after(24))),
          ]),
      ...messages.flatMap(({ author, sentAt }, index) => {
        const to = author === 'STUDENT' ? worker : student;
        return to === undefined ? [] : [noticeRow(to, 'MESSAGE', about(`${caseId}/${index}`, sentAt))];
      }),
    ];
  });
}

function referralNotices({ cases, referrals }: DemoUnion, { vault, anchor }: InboxSeal): readonly Row[] {
  const byId = new Map(cases.map((item) => [item.id, item]));
  return referrals.flatMap(({ id: referralId, caseId, departmentId, draftedAt, sentAt, response }) => {
    const item = byId.get(caseId);
    if (item === undefined) return [];
    const student: Told = { kind: 'STUDENT', recipient: vault.pseudonym(item.memberId) };
    const department: Told = { kind: 'DEPARTMENT', recipient: departmentId };
    const about = (at: Date) => ({ caseId, referralId, sourceId: referralId, at, anchor });
    return [
      noticeRow(student, 'CONSENT_WANTED', about(draftedAt)),
      ...(sentAt === undefined ? [] : [noticeRow(department, 'REFERRAL_SENT', about(sentAt))]),
      ...(response === undefined ? [] : [noticeRow(student, 'REFERRAL_ANSWERED', about(response.respondedAt))]),
    ];
  });
}

/** What the case worker read of a case when they took it and when they first wrote. */
function readings({ cases }: DemoUnion, { vault, anchor }: InboxSeal): readonly Reading[] {
  const read = cases.slice(0, readCasesMax).flatMap(({ id, memberId, assigneeSubject, openedAt, messages }) => {
    if (assigneeSubject === undefined) return [];
    const base = {
      student: vault.pseudonym(memberId),
      caseId: id,
      referralId: undefined,
      groundId: undefined,
      readerRole: 'CASE_WORKER',
      reader: vault.alias(assigneeSubject),
      purpose: 'CASE_WORK',
    } as const;
    const takenAt = new Date(Math.min(openedAt.getTime() + 25 * 3_600_000, anchor.getTime()));
    const first: Reading = { ...base, fields: ['NARRATIVE', 'OTHER_PARTIES'], at: takenAt };
    const words = messages.slice(0, 3).map(({ sentAt }): Reading => ({ ...base, fields: ['MESSAGES'], at: sentAt }));
    return [first, ...words];
  });
  return read.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** One request that waits for its second person, and one access that is over; on cases that are nobody's among the personas. */
async function loadEmergencies(
  manager: EntityManager,
  union: DemoUnion,
  { vault, anchor, keys }: InboxSeal,
): Promise<void> {
  const worked = union.cases.filter(({ status, otherParty }) => status === 'OPEN' && otherParty === undefined);
  const [waiting, over] = worked.slice(-2);
  if (waiting === undefined || over === undefined) return;
  await insertRows(manager, 'emergency_guardian', [
    {
      id: randomUUID(),
      subject: guardian,
      starts_at: new Date(anchor.getTime() - 60 * dayMs),
      ends_at: new Date(anchor.getTime() + 365 * dayMs),
      appointed_by: 'sys',
      version: 1,
    },
  ]);
  const words = 'They wrote at night that they see no way out, and their case worker is on leave.';
  const row = async (item: typeof waiting, facts: Row & { readonly asked_at: Date }): Promise<Row> => {
    const id = randomUUID();
    const key = keys.get(item.id);
    if (key === undefined) throw new RangeError('a demo case has a key');
    const place = { caseId: item.id, place: emergencyWordsPlace(toId(id)) };
    const content = hexOf(await vault.seal(key, place, words));
    return { id, case_id: item.id, reason: 'RISK_TO_LIFE', words: content, asked_by: 'amira', version: 1, ...facts };
  };
  const askedAt = new Date(anchor.getTime() - 3_600_000);
  const overAt = new Date(anchor.getTime() - 20 * dayMs);
  const decidedAt = new Date(overAt.getTime() + 600_000);
  const waitingRow = await row(waiting, { status: 'ASKED', asked_at: askedAt });
  const overRow = await row(over, {
    status: 'ENDED',
    asked_at: overAt,
    decided_by: guardian,
    decided_at: decidedAt,
    expires_at: new Date(decidedAt.getTime() + 8 * 3_600_000),
    ended_at: new Date(decidedAt.getTime() + 3_600_000),
  });
  await insertRows(manager, 'emergency_access', [waitingRow, overRow]);
  const about = (id: unknown, at: Date) => ({ sourceId: String(id), at, anchor });
  await insertRows(manager, 'notice', [
    noticeRow({ kind: 'STAFF', recipient: guardian }, 'SECOND_PERSON_WANTED', about(waitingRow['id'], askedAt)),
    noticeRow({ kind: 'STUDENT', recipient: vault.pseudonym(over.memberId) }, 'BREAK_GLASS', {
      ...about(overRow['id'], decidedAt),
      caseId: over.id,
    }),
  ]);
}

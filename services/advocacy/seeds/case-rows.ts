import { randomUUID } from 'node:crypto';
import type { DemoCase, DemoUnion } from '@guildhall/demo';
import { addWorkingDays, type Id } from '@guildhall/kernel';
import type { CaseOutcome } from '../src/case/case.js';
import { casePlaces } from '../src/case/place.js';
import { intakeDeadlines, type ServiceRule } from '../src/deadline/deadline.js';
import type { Vault, WrappedKey } from '../src/sealing/sealing.js';
import type { Row } from '@guildhall/subgraph';
import { hexOf, sealedRow } from './sealed-row.js';

/** What demo cases are sealed and dated with. */
export type CaseSeal = { readonly vault: Vault; readonly rule: ServiceRule; readonly anchor: Date };

/** The rows of demo cases by table, their keys by case id, and which of them wait for their student until when. */
export type CaseRows = {
  readonly files: readonly Row[];
  readonly parties: readonly Row[];
  readonly assignments: readonly Row[];
  readonly deadlines: readonly Row[];
  readonly messages: readonly Row[];
  readonly texts: readonly Row[];
  readonly waits: readonly { readonly caseId: Id<'Case'>; readonly dormantAt: Date }[];
  readonly keys: ReadonlyMap<Id<'Case'>, WrappedKey>;
};

const hourMs = 3_600_000;
const outcomeOfStage: Readonly<Record<DemoCase['stage'], CaseOutcome>> = {
  ADVICE: 'RESOLVED_EARLY',
  EARLY_RESOLUTION: 'SETTLED',
  FORMAL: 'PARTLY_UPHELD',
  REVIEW: 'NOT_UPHELD',
  EXTERNAL: 'UPHELD',
};

/** Seals demo cases and lays them out by table. */
export async function caseRows(
  { cases, members }: Pick<DemoUnion, 'cases' | 'members'>,
  seal: CaseSeal,
): Promise<CaseRows> {
  const names = new Map(members.map(({ id, displayName }) => [id, displayName]));
  const laidOut = await Promise.all(
    cases.map(async (item) => ({
      item,
      key: await seal.vault.newKey(item.id),
      name: names.get(item.memberId) ?? 'A student',
    })),
  );
  const waits = cases
    .filter(({ status }) => status === 'WAITING_STUDENT')
    .map(({ id }) => ({
      caseId: id,
      dormantAt: addWorkingDays(seal.anchor, seal.rule.silenceDays, seal.rule.calendar),
    }));
  const dormantAt = new Map(waits.map((wait) => [wait.caseId, wait.dormantAt]));
  const messages = laidOut.flatMap(({ item, key }) =>
    item.messages.map((message) => ({ ...message, key, caseId: item.id, id: randomUUID() as Id<'CaseMessage'> })),
  );
  return {
    keys: new Map(laidOut.map(({ item, key }) => [item.id, key])),
    waits,
    files: laidOut.map(({ item, key }) => fileRow(item, key, { seal, dormantAt: dormantAt.get(item.id) })),
    parties: laidOut.flatMap(({ item, name }) => partyRows(item, name, seal.vault)),
    assignments: cases.flatMap(({ id, assigneeSubject, openedAt }) =>
      assigneeSubject === undefined
        ? []
        : [{ id: randomUUID(), case_id: id, subject: assigneeSubject, assigned_at: later(openedAt, 24, seal.anchor) }],
    ),
    deadlines: cases.flatMap((item) => deadlineRows(item, seal)),
    messages: messages.map(({ id, caseId, author, sentAt }) => ({ id, case_id: caseId, author, sent_at: sentAt })),
    texts: await Promise.all([
      ...laidOut.flatMap(({ item, key, name }) => textRows(item, key, { name, vault: seal.vault })),
      ...messages.map(({ id, caseId, key, body }) =>
        sealedRow(seal.vault, key, { caseId, place: casePlaces.message(id), layer: 'CASE', text: body }),
      ),
    ]),
  };
}

function fileRow(
  item: DemoCase,
  { keyId, dataKey }: WrappedKey,
  { seal, dormantAt }: { readonly seal: CaseSeal; readonly dormantAt: Date | undefined },
): Row {
  const { id, memberId, matter, urgency, stage, status, assigneeSubject, openedAt, closedAt } = item;
  const isTriaged = !['NEW', 'CONFLICT_CHECK'].includes(status);
  return {
    id,
    matter,
    urgency,
    stage,
    status,
    student: seal.vault.pseudonym(memberId),
    assignee: assigneeSubject ?? null,
    outcome: outcomeOf(item),
    opened_at: openedAt,
    triaged_at: isTriaged ? later(openedAt, 20, seal.anchor) : null,
    dormant_at: dormantAt ?? null,
    closed_at: closedAt ?? null,
    key_id: keyId,
    data_key: hexOf(dataKey),
    version: 1,
  };
}

function outcomeOf({ status, stage }: DemoCase): CaseOutcome | null {
  if (status === 'SIGNPOSTED') return 'SIGNPOSTED';
  return status === 'CLOSED' || status === 'OUTCOME' ? outcomeOfStage[stage] : null;
}

function partyRows({ id, otherParty }: DemoCase, name: string, vault: Vault): readonly Row[] {
  const student = { case_id: id, side: 'STUDENT', name_index: vault.nameIndex(name) };
  return otherParty === undefined
    ? [student]
    : [student, { case_id: id, side: 'OTHER', name_index: vault.nameIndex(otherParty.name) }];
}

function deadlineRows(item: DemoCase, { rule, anchor }: CaseSeal): readonly Row[] {
  const firstWord = item.messages.find(({ author }) => author === 'CASE_WORKER')?.sentAt ?? null;
  const promises = intakeDeadlines(item.id, rule, { now: item.openedAt, nextId: () => randomUUID() as Id<'Deadline'> });
  return promises.map(({ id, caseId, kind, startsAt, dueAt, ruleVersion, terms }) => {
    const receipt = item.status === 'NEW' ? null : later(item.openedAt, 6, anchor);
    return {
      id,
      case_id: caseId,
      kind,
      starts_at: startsAt,
      due_at: dueAt,
      base_due_at: dueAt,
      measure: terms?.measure,
      amount: terms?.amount,
      met_at: kind === 'ACKNOWLEDGE' ? receipt : firstWord,
      rule_version: ruleVersion,
    };
  });
}

function textRows(
  item: DemoCase,
  key: WrappedKey,
  { name, vault }: { readonly name: string; readonly vault: Vault },
): readonly Promise<Row>[] {
  const caseId = item.id;
  const parties = JSON.stringify(item.otherParty === undefined ? [] : [item.otherParty.name]);
  const texts = {
    [casePlaces.narrative]: item.narrative,
    [casePlaces.contactName]: name,
    [casePlaces.otherParties]: parties,
  };
  return Object.entries(texts).map(([place, text]) => {
    const layer = place === casePlaces.contactName ? 'IDENTITY' : 'CASE';
    return sealedRow(vault, key, { caseId, place, layer, text });
  });
}

/** Some hours later, and not after the anchor. */
function later(instant: Date, hours: number, anchor: Date): Date {
  return new Date(Math.min(instant.getTime() + hours * hourMs, anchor.getTime()));
}

import { randomUUID } from 'node:crypto';
import { demoIntake, type DemoIntake } from '@guildhall/demo';
import type { Id } from '@guildhall/kernel';
import { insertRows } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { casePlaces } from '../src/case/place.js';
import { intakeDeadlines, type ServiceRule } from '../src/deadline/deadline.js';
import { digestOf, holderOf } from '../src/receipt/receipt.js';
import { representativePlace } from '../src/representative/representative.js';
import type { Vault, WrappedKey } from '../src/sealing/sealing.js';
import { hexOf, sealedRow } from './sealed-row.js';

/** What these rows are sealed and dated with. */
export type IntakeSeal = {
  readonly vault: Vault;
  readonly rule: ServiceRule;
  readonly keys: ReadonlyMap<Id<'Case'>, WrappedKey>;
  readonly anchor: Date;
};

/** Loads templates, a representative and an anonymous case with a code that the documentation names. */
export async function loadDemoIntake(manager: EntityManager, seal: IntakeSeal): Promise<void> {
  const intake = demoIntake(seal.anchor);
  await loadTemplates(manager, intake.templates);
  await loadRepresentative(manager, intake.representative, seal);
  await loadAnonymous(manager, intake.anonymous, seal);
}

async function loadTemplates(manager: EntityManager, templates: DemoIntake['templates']): Promise<void> {
  await insertRows(
    manager,
    'message_template',
    templates.map(({ id, name, matter, language, bodies }) => ({
      id,
      name,
      matter: matter ?? null,
      language,
      version: bodies.length,
    })),
  );
  await insertRows(
    manager,
    'message_template_text',
    templates.flatMap(({ id, bodies, writtenAt }) =>
      bodies.map((body, index) => ({
        template_id: id,
        number: index + 1,
        body,
        written_by: 'amira',
        written_at: writtenAt,
      })),
    ),
  );
}

async function loadRepresentative(
  manager: EntityManager,
  { id, caseId, memberId, subject, namedAt, endsAt }: DemoIntake['representative'],
  { vault, keys }: IntakeSeal,
): Promise<void> {
  const key = keys.get(caseId);
  if (key === undefined) throw new RangeError('a demo representative acts on a demo case');
  await insertRows(manager, 'case_representative', [
    {
      id,
      case_id: caseId,
      representative: vault.pseudonym(memberId),
      scope: 'READ_AND_WRITE',
      named_at: namedAt,
      ends_at: endsAt,
      version: 1,
    },
  ]);
  const place = representativePlace(id);
  await insertRows(manager, 'sealed_text', [
    await sealedRow(vault, key, { caseId, place, layer: 'CASE', text: subject }),
  ]);
}

async function loadAnonymous(
  manager: EntityManager,
  { caseId, receiptId, code, narrative, messages, openedAt }: DemoIntake['anonymous'],
  { vault, rule }: IntakeSeal,
): Promise<void> {
  const key = await vault.newKey(caseId);
  await insertRows(manager, 'case_file', [
    {
      id: caseId,
      student: holderOf(vault, code).self,
      matter: 'COMPLAINT',
      urgency: 'NORMAL',
      stage: 'ADVICE',
      status: 'OPEN',
      assignee: 'carl',
      opened_at: openedAt,
      triaged_at: openedAt,
      is_anonymous: true,
      key_id: key.keyId,
      data_key: hexOf(key.dataKey),
      version: 1,
    },
  ]);
  await insertRows(manager, 'case_receipt', [
    {
      id: receiptId,
      code_digest: digestOf(vault, code),
      case_id: caseId,
      kind: 'ANONYMOUS',
      opened_case: true,
      made_at: openedAt,
    },
  ]);
  await insertRows(manager, 'case_assignment', [
    { id: randomUUID(), case_id: caseId, subject: 'carl', part: 'WORKER', assigned_at: openedAt },
  ]);
  const promised = intakeDeadlines(caseId, rule, { now: openedAt, nextId: () => randomUUID() as Id<'Deadline'> });
  await insertRows(
    manager,
    'case_deadline',
    promised.map(({ id, kind, startsAt, dueAt, ruleVersion }) => ({
      id,
      case_id: caseId,
      kind,
      starts_at: startsAt,
      due_at: dueAt,
      base_due_at: dueAt,
      met_at: messages[0]?.sentAt ?? openedAt,
      rule_version: ruleVersion,
    })),
  );
  const written = messages.map((message) => ({ ...message, id: randomUUID() as Id<'CaseMessage'> }));
  await insertRows(
    manager,
    'case_message',
    written.map(({ id, author, sentAt }) => ({ id, case_id: caseId, author, sent_at: sentAt })),
  );
  const texts = [
    { place: casePlaces.narrative, text: narrative },
    { place: casePlaces.otherParties, text: '[]' },
    ...written.map(({ id, body }) => ({ place: casePlaces.message(id), text: body })),
  ];
  await insertRows(
    manager,
    'sealed_text',
    await Promise.all(texts.map((text) => sealedRow(vault, key, { caseId, layer: 'CASE', ...text }))),
  );
}

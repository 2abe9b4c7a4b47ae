import { randomUUID } from 'node:crypto';
import { demoCases, type DemoCase, type DemoUnion } from '@guildhall/demo';
import { addJobs, insertRows, type Row } from '@guildhall/subgraph';
import type { Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import { caseStages, type CaseOutcome } from '../src/case/case.js';
import type { Cause } from '../src/collective/collective.js';
import type { ServiceRule } from '../src/deadline/deadline.js';
import { dueFrom, dueWith, type DeadlineTerms } from '../src/deadline/due.js';
import { pausedKinds } from '../src/deadline/pause.js';
import { timedTasks } from '../src/deadline/timed-tasks.js';
import type { Vault } from '../src/sealing/sealing.js';
import { hexOf } from './sealed-row.js';

type Scope = { readonly vault: Vault; readonly rule: ServiceRule; readonly anchor: Date };

const dayMs = 86_400_000;
const ago = (anchor: Date, days: number): Date => new Date(anchor.getTime() - days * dayMs);
const over: readonly DemoCase['status'][] = ['CLOSED', 'SIGNPOSTED'];
const outcomes: readonly CaseOutcome[] = ['RESOLVED_EARLY', 'SETTLED', 'PARTLY_UPHELD', 'NOT_UPHELD', 'UPHELD'];
const causes: Readonly<Record<DemoCase['matter'], { readonly cause: Cause; readonly department: RegExp }>> = {
  HOUSING: { cause: 'REPAIRS', department: /housing|accommodation/i },
  ACADEMIC: { cause: 'EXTENSIONS', department: /exam|registry|assessment/i },
  MONEY: { cause: 'PAYMENTS', department: /finance|fund/i },
  COMPLAINT: { cause: 'CONDUCT', department: /estates|facilities/i },
  MISCONDUCT: { cause: 'INFORMATION', department: /registry|exam/i },
  OTHER: { cause: 'DELAY', department: /service|library|it\b/i },
};

/** Loads the stages, dates, causes and lessons of the demo cases, and plans when to look at their deadlines. */
export async function loadDemoClosing(
  manager: EntityManager,
  { cases, departments, referrals }: Pick<DemoUnion, 'cases' | 'departments' | 'referrals'>,
  scope: Scope,
): Promise<void> {
  await insertRows(manager, 'case_stage', cases.flatMap(stageRows));
  await insertRows(manager, 'case_redress', cases.flatMap(redressRows));
  await insertRows(
    manager,
    'case_completion',
    cases.flatMap((item) => letterRows(item)),
  );
  const pauses = adasPause(scope.anchor);
  await insertRows(manager, 'case_pause', [pauses.row, ...cases.flatMap((item) => waitRows(item, scope.anchor))]);
  await insertRows(manager, 'case_deadline', [
    ...cases.flatMap((item) => externalRows(item, scope.rule)),
    ...adasDeadlines(scope, pauses.span),
    ...referrals.flatMap((referral) => referralRows(referral, scope.rule)),
  ]);
  await insertRows(
    manager,
    'case_cause',
    cases.flatMap((item, index) => causeRows(item, index, departments)),
  );
  await insertRows(manager, 'lesson', [...publishedLessons(scope.anchor), ...(await waitingLessons(cases, scope))]);
  await loadSuggestions(manager, scope.anchor);
  await addJobs(
    manager,
    cases
      .filter(({ status }) => !over.includes(status))
      .map(({ id }) => ({
        task: timedTasks.watch,
        payload: { caseId: id },
        runAt: scope.anchor,
        key: `${timedTasks.watch}:${id}`,
      })),
  );
}

/** The stages a case went through, evenly over its time; the last has an outcome when the case has one. */
function stageRows(item: DemoCase): readonly Row[] {
  const last = caseStages.indexOf(item.stage);
  const isDecided = item.status === 'CLOSED' || item.status === 'OUTCOME';
  const until = item.closedAt ?? new Date(item.openedAt.getTime() + 20 * dayMs);
  const step = (until.getTime() - item.openedAt.getTime()) / (last + 1);
  const at = (index: number): Date => new Date(item.openedAt.getTime() + index * step);
  return caseStages.slice(0, last + 1).map((stage, index) => {
    const hasOutcome = index < last || isDecided;
    const outcome = index < last ? 'NOT_UPHELD' : (outcomes[index] ?? 'SETTLED');
    return {
      case_id: item.id,
      stage,
      opened_at: at(index),
      ended_at: index < last ? at(index + 1) : null,
      outcome: hasOutcome ? outcome : null,
      decided_at: hasOutcome ? at(index + 1) : null,
    };
  });
}

function redressRows({ id, stage, status }: DemoCase): readonly Row[] {
  const isDecided = status === 'CLOSED' || status === 'OUTCOME';
  const brought = {
    ADVICE: 'EXPLANATION',
    EARLY_RESOLUTION: 'APOLOGY',
    FORMAL: 'DECISION_RECONSIDERED',
    REVIEW: undefined,
    EXTERNAL: 'FEE',
  }[stage];
  return isDecided && brought !== undefined ? [{ case_id: id, stage, kind: brought }] : [];
}

function letterDate({ openedAt }: DemoCase): Date {
  return new Date(openedAt.getTime() + 14 * dayMs);
}

function letterRows(item: DemoCase): readonly Row[] {
  if (item.stage !== 'EXTERNAL') return [];
  const at = letterDate(item);
  return [{ case_id: item.id, issued_at: at, recorded_by: 'system:demo', recorded_at: at }];
}

function externalRows(item: DemoCase, rule: ServiceRule): readonly Row[] {
  if (item.stage !== 'EXTERNAL') return [];
  const terms = { measure: 'MONTHS', amount: rule.externalMonths } as const;
  return [deadlineRow(item.id, { kind: 'EXTERNAL', stage: 'EXTERNAL', startsAt: letterDate(item), terms, rule })];
}

function waitRows({ id, status }: DemoCase, anchor: Date): readonly Row[] {
  return status === 'WAITING_STUDENT'
    ? [
        {
          id: randomUUID(),
          case_id: id,
          basis: 'WAITING_STUDENT',
          reference: randomUUID(),
          kinds: pausedKinds.WAITING_STUDENT,
          from_at: ago(anchor, 1),
          to_at: null,
        },
      ]
    : [];
}

/** Ada and the university once agreed in writing to let the procedure rest for three days. */
function adasPause(anchor: Date) {
  const span = { from: ago(anchor, 7), to: ago(anchor, 4) };
  const row = {
    id: randomUUID(),
    case_id: demoCases.ada,
    basis: 'WRITTEN_AGREEMENT',
    reference: randomUUID(),
    kinds: pausedKinds.WRITTEN_AGREEMENT,
    from_at: span.from,
    to_at: span.to,
  };
  return { span, row };
}

function adasDeadlines({ rule, anchor }: Scope, pause: { readonly from: Date; readonly to: Date }): readonly Row[] {
  const whole = { measure: 'CALENDAR_DAYS', amount: rule.wholeProcedureDays } as const;
  const startsAt = ago(anchor, 10);
  const stage = 'EARLY_RESOLUTION';
  const row = deadlineRow(demoCases.ada, { kind: 'WHOLE_PROCEDURE', stage, startsAt, terms: whole, rule });
  const due = dueWith(
    { startsAt, baseDueAt: dueFrom(startsAt, whole, rule.calendar), terms: whole, calendar: rule.calendar },
    [pause],
  );
  return [{ ...row, due_at: due }];
}

/** The department's answer to each referral that was sent; what was withdrawn is owed no more. */
function referralRows(
  { id, caseId, sentAt, due, consent, response }: DemoUnion['referrals'][number],
  rule: ServiceRule,
): readonly Row[] {
  if (sentAt === undefined || due === undefined || consent?.withdrawnAt !== undefined) return [];
  return [
    {
      id: randomUUID(),
      case_id: caseId,
      kind: 'REFERRAL',
      measure: 'WORKING_DAYS',
      amount: rule.departmentAnswerDays,
      rule_version: rule.version,
      starts_at: sentAt,
      due_at: due,
      base_due_at: due,
      met_at: response?.respondedAt ?? null,
      source_id: id,
    },
  ];
}

function deadlineRow(
  caseId: Id<'Case'>,
  owed: {
    readonly kind: string;
    readonly stage: string;
    readonly startsAt: Date;
    readonly terms: DeadlineTerms;
    readonly rule: ServiceRule;
  },
): Row {
  const dueAt = dueFrom(owed.startsAt, owed.terms, owed.rule.calendar);
  return {
    id: randomUUID(),
    case_id: caseId,
    kind: owed.kind,
    stage: owed.stage,
    starts_at: owed.startsAt,
    due_at: dueAt,
    base_due_at: dueAt,
    rule_version: owed.rule.version,
    ...owed.terms,
  };
}

/** Causes of the cases that were worked on; four of five students let them count. */
function causeRows(item: DemoCase, index: number, departments: DemoUnion['departments']): readonly Row[] {
  if (item.assigneeSubject === undefined || item.id === demoCases.ada) return [];
  const { cause, department: pattern } = causes[item.matter];
  const department = departments.find(({ name }) => pattern.test(name)) ?? departments[0];
  if (department === undefined) return [];
  const namedAt = new Date(item.openedAt.getTime() + 2 * dayMs);
  return [
    {
      case_id: item.id,
      cause,
      department_id: department.id,
      named_at: namedAt,
      consented_at: index % 5 === 0 ? null : namedAt,
      version: 1,
    },
  ];
}

function publishedLessons(anchor: Date): readonly Row[] {
  const words = [
    ['HOUSING', 'A repair that is promised for a day needs a person who answers for that day.'],
    ['ACADEMIC', 'Ask for an extension before the date, even when the evidence comes later; say that it will.'],
    ['MONEY', 'Keep the letter that says when a payment is due: it decides who has to explain the delay.'],
  ] as const;
  return words.map(([matter, sentence], index) => ({
    id: randomUUID(),
    matter,
    status: 'PUBLISHED',
    proposed_at: ago(anchor, 60 + index),
    words: sentence,
    decided_by: 'system:demo',
    decided_at: ago(anchor, 50 + index),
    shown_at: ago(anchor, 40 + index),
    version: 3,
  }));
}

async function waitingLessons(cases: readonly DemoCase[], { vault, anchor }: Scope): Promise<readonly Row[]> {
  const item = cases.find(({ status }) => status === 'OUTCOME');
  if (item === undefined) return [];
  const id = randomUUID();
  const key = await vault.newKey(id);
  const words = 'When two offices answer differently, ask both to write to each other and not to you.';
  const content = await vault.seal(key, { ownerId: id, place: 'lesson' }, words);
  return [
    {
      id,
      case_id: item.id,
      matter: item.matter,
      status: 'PROPOSED',
      proposed_at: ago(anchor, 1),
      key_id: key.keyId,
      data_key: hexOf(key.dataKey),
      content: hexOf(content),
      version: 1,
    },
  ];
}

/** What the weekly count would have found last Monday. */
function loadSuggestions(manager: EntityManager, anchor: Date): Promise<unknown> {
  return manager.query(
    `insert into collective_suggestion (id, cause, department_id, status, counted_students, shown_students, counted_at, version)
     select gen_random_uuid(), named.cause, named.department_id, 'SUGGESTED', count(distinct file.student),
       count(distinct file.student) / 5 * 5, $1::timestamptz - interval '2 days', 1
     from case_cause named join case_file file on file.id = named.case_id
     where named.consented_at is not null and file.opened_at > $1::timestamptz - interval '12 months'
     group by named.cause, named.department_id having count(distinct file.student) >= 10`,
    [anchor],
  );
}

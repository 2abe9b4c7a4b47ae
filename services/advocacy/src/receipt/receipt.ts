/*
 * A receipt: a code by which somebody without a sign-in comes back to a case. Only keyed digests of a code are kept.
 * Life: shown once when an anonymous case is opened or the student of a named case takes one; ends when another takes
 * its place. The code of an anonymous case opens its conversation, any other tells the status alone. Owner: advocacy.
 */
import {
  FieldChecks,
  ok,
  type FieldProblem,
  type Id,
  type PersonActor,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import { caseStages, type Case, type CaseId, type CaseStage } from '../case/case.js';
import { checkIntake, type Intake } from '../case/intake.js';
import type { Pseudonym, Vault } from '../sealing/sealing.js';
import type { CaseViewer } from '../sealing/viewer.js';

/** What a code opens: all that the student of an anonymous case may see and do, or the status alone. */
export type ReceiptKind = 'ANONYMOUS' | 'STATUS';

/** What is kept of a receipt. */
export type Receipt = {
  readonly id: Id<'Receipt'>;
  readonly caseId: CaseId;
  readonly kind: ReceiptKind;
  readonly codeDigest: string;
  /** Whether the case was opened with it. */
  readonly openedCase: boolean;
  readonly madeAt: Date;
};

/** Crockford's base32: no letter that is taken for a digit, none that makes words. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bitsEach = 5;
const codeLength = 20;
const groupLength = 5;

/** A code of 100 bits from the first bytes of a keyed digest, in groups of five. */
export function codeFrom(digest: string): string {
  const bits = [...Buffer.from(digest, 'base64url')].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = Array.from({ length: codeLength }, (_each, index) =>
    alphabet.charAt(Number.parseInt(bits.slice(index * bitsEach, (index + 1) * bitsEach), 2)),
  ).join('');
  return letters.match(new RegExp(`.{${groupLength}}`, 'g'))?.join('-') ?? letters;
}

/** A code as it was typed, without what people add or mistake: spaces, dashes, small letters, O for 0, I and L for 1. */
export function readCode(typed: string): string {
  return typed
    .slice(0, 100)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}

/** By what a code is found; nobody can test a guess against it without the service's key. */
export function digestOf(vault: Vault, code: string): string {
  return vault.digest({ receiptCode: readCode(code) });
}

/**
 * Whoever holds the code, as a person without a sign-in, a right or an office. What stands for their member id follows
 * from the code, so they are the student of an anonymous case and of nothing else.
 */
export function holderOf(vault: Vault, code: string): Holder {
  const memberId = vault.receiptHolder(readCode(code));
  const actor: PersonActor = {
    kind: 'person',
    subject: memberId,
    clientId: 'receipt',
    scopes: [],
    memberId,
    groupIds: [],
    mandates: [],
    constituencies: [],
    appointments: [],
    departmentPosts: [],
  };
  return { actor, self: vault.pseudonym(memberId) };
}

/** The viewer behind a code. */
export type Holder = CaseViewer & { readonly actor: PersonActor; readonly self: Pseudonym };

/** What somebody tells who does not say their name. */
export type AnonymousIntake = Omit<Intake, 'contactName'>;

/** Checks what somebody tells who does not say their name; the name of the result is empty. */
export function checkAnonymousIntake(told: AnonymousIntake): Result<Intake, ValidationError> {
  const checked = checkIntake({ ...told, contactName: 'not given' });
  return checked.ok ? ok({ ...checked.value, contactName: '' }) : checked;
}

/** The last stage that an anonymous case can reach: a formal procedure needs a complainant. */
const lastInformalStage: CaseStage = 'EARLY_RESOLUTION';

/** Checks that a case may enter a stage: an anonymous one starts no formal procedure. */
export function checkStage({ isAnonymous }: Case, stage: CaseStage): Result<CaseStage, ValidationError> {
  const isInformal = caseStages.indexOf(stage) <= caseStages.indexOf(lastInformalStage);
  return new FieldChecks().that(!isAnonymous || isInformal, 'stage', formal.rule, formal.message).finish(stage);
}

const formal: Pick<FieldProblem, 'rule' | 'message'> = {
  rule: 'CONTRADICTION',
  message: 'An anonymous case starts no formal procedure. The student can give their name first.',
};

/** An anonymous case as its student's own named one. */
export function claimed(item: Case, student: Pseudonym): Case {
  return { ...item, student, isAnonymous: false };
}

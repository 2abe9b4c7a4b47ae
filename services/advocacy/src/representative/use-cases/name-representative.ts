import {
  err,
  FieldChecks,
  limitReached,
  notAllowed,
  notFound,
  ok,
  toId,
  type Actor,
  type LimitReachedError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { Case, CaseId } from '../../case/case.js';
import type { Deps } from '../../deps.js';
import { sealedRequest, type KeyedInput } from '../../sealing/sealed-request.js';
import type { Pseudonym, Vault } from '../../sealing/sealing.js';
import { viewerOf } from '../../sealing/viewer.js';
import { checkNaming, representativePlace, type Representative, type RepresentativeScope } from '../representative.js';
import { representativePolicy } from '../representative.policy.js';
import type { RepresentativeRepository } from '../representative.repository.js';

/** Who is to act on which case, how far and until when. */
export type NameRepresentative = KeyedInput & {
  readonly caseId: CaseId;
  /** The sign-in name of another member. */
  readonly subject: string;
  readonly scope: RepresentativeScope;
  readonly endsAt: Date;
};

/** Consents of one case kept at most. */
const representativesMax = 20;

/** Lets another member act on the student's own case. The member is told that there is something, and finds it in their own list. */
export function nameRepresentative(deps: Deps, actor: Actor, input: NameRepresentative) {
  const { idempotentTransaction, clock, ids, vault } = deps;
  const viewer = viewerOf(actor, vault);
  return idempotentTransaction(
    sealedRequest(vault, viewer, 'nameRepresentative', input),
    async ({ representatives }, id) => (await representatives.find(viewer, toId(id))) ?? null,
    async ({ cases, inbox, representatives, sealedTexts }) => {
      const now = clock.now();
      const { caseId, scope, endsAt } = input;
      const item = await cases.findVisible(viewer, caseId);
      if (item === null) return err(notFound('Case'));
      if (!representativePolicy.canName(viewer, item)) return err(notAllowed('NAME_REPRESENTATIVE', 'Case'));
      const subject = input.subject.trim();
      const chosen = await chooseMember(representatives, { item, subject, endsAt, now, vault });
      if (!chosen.ok) return chosen;
      const self = chosen.value;
      const named: Representative = {
        id: ids.random(),
        caseId,
        student: item.student,
        representative: self,
        scope,
        namedAt: now,
        endsAt,
        withdrawnAt: undefined,
        version: 1,
      };
      await representatives.add(named);
      await sealedTexts.write({ caseId, place: representativePlace(named.id), layer: 'CASE' }, subject);
      await inbox.tell({ to: { kind: 'STUDENT', pseudonym: self }, reason: 'CASE_STATUS', sourceId: named.id });
      await inbox.tellWorker({ ...item, caseId }, { reason: 'CASE_STATUS', sourceId: named.id });
      return ok(named);
    },
  );
}

/** The pseudonym of a member who can act on the case and does not yet. */
async function chooseMember(
  representatives: RepresentativeRepository,
  asked: {
    readonly item: Case;
    readonly subject: string;
    readonly endsAt: Date;
    readonly now: Date;
    readonly vault: Vault;
  },
): Promise<Result<Pseudonym, ValidationError | LimitReachedError>> {
  const { item, subject, endsAt, now, vault } = asked;
  const memberId = await representatives.findMember(subject);
  const self = vault.pseudonym(memberId ?? toId(''));
  const isFree =
    memberId !== undefined && self !== item.student && ![item.assignee, item.secondWorker].includes(subject);
  const checked = checkNaming({ endsAt, now, isFree });
  if (!checked.ok) return checked;
  const isNew = !(await representatives.isNamed(item.id, self, now));
  if ((await representatives.listOf([item.id])).length >= representativesMax)
    return err(
      limitReached(`A case has at most ${representativesMax} representatives in its life.`, representativesMax),
    );
  return new FieldChecks().that(isNew, 'subject', 'CONTRADICTION', 'This person acts for you already.').finish(self);
}

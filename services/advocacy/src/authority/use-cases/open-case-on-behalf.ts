import { actorKey, anonymous, err, FieldChecks, notAllowed, ok, toId, type Actor } from '@guildhall/kernel';
import type { Case } from '../../case/case.js';
import { checkIntake, type Intake } from '../../case/intake.js';
import { fileCase } from '../../case/use-cases/file-case.js';
import type { Deps } from '../../deps.js';
import { sealedRequest, type KeyedInput } from '../../sealing/sealed-request.js';
import { viewerOf } from '../../sealing/viewer.js';
import type { AuthorityBasis } from '../authority.js';
import { authorityPolicy } from '../authority.policy.js';

/** What a student told a case worker, and how they asked for a case to be opened. */
export type OpenCaseOnBehalf = Intake &
  KeyedInput & {
    /** The sign-in name of the student. */
    readonly subject: string;
    readonly basis: AuthorityBasis;
  };

/** Opens a case for a student who asked a case worker for it. It goes through the queue like any other, and waits for the student to confirm it before anything is shared. */
export function openCaseOnBehalf(deps: Deps, actor: Actor, input: OpenCaseOnBehalf) {
  const { idempotentTransaction, clock, vault } = deps;
  const viewer = viewerOf(actor, vault);
  const { subject, basis, idempotencyKey: _key, ...told } = input;
  return idempotentTransaction(
    sealedRequest(vault, viewer, 'openCaseOnBehalf', input),
    async ({ cases, representatives }, id): Promise<Case | null> => {
      const memberId = await representatives.findMember(subject.trim());
      return memberId === undefined
        ? null
        : cases.findVisible({ actor: anonymous, self: vault.pseudonym(memberId) }, toId(id));
    },
    async (unit) => {
      const now = clock.now();
      if (!authorityPolicy.canOpen(viewer)) return err(notAllowed('OPEN', 'Case'));
      const memberId = await unit.representatives.findMember(subject.trim());
      const student = memberId && vault.pseudonym(memberId);
      const known = new FieldChecks()
        .that(
          student !== undefined && student !== viewer.self,
          'subject',
          'UNKNOWN',
          'This is no active member, or it is you: open a case of your own in the portal.',
        )
        .finish(student);
      if (!known.ok) return known;
      const intake = checkIntake(told);
      if (!intake.ok || known.value === undefined) return intake.ok ? err(notAllowed('OPEN', 'Case')) : intake;
      const item = await fileCase(unit, deps, {
        intake: intake.value,
        filing: { student: known.value, now, unconfirmedSince: now },
      });
      await unit.authorities.add({
        caseId: item.id,
        student: item.student,
        basis,
        recordedBy: vault.alias(actorKey(actor)),
        recordedAt: now,
        confirmedAt: undefined,
      });
      await unit.inbox.tellStudent({ ...item, caseId: item.id }, { reason: 'CONSENT_WANTED', sourceId: item.id });
      return ok(item);
    },
  );
}

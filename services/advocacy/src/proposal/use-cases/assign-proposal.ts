import { FieldChecks, ok, type Actor, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { keepProposal, takeProposal } from './change-proposal.js';
import { answerDue } from '../proposal-rule.js';
import type { ProposalComplexity, ProposalId } from '../proposal.js';

/** Which departments a proposal goes to, and how much work its answer is. */
export type AssignProposal = {
  readonly proposalId: ProposalId;
  readonly leadDepartmentId: Id<'Department'>;
  readonly supportingDepartmentIds: readonly Id<'Department'>[];
  readonly complexity: ProposalComplexity;
};

const supportingMax = 5;

/** Hands a qualified or adopted proposal to a lead department that answers for it, and to others that support it. */
export function assignProposal({ transaction, clock, ids }: Deps, actor: Actor, input: AssignProposal) {
  return transaction(async (unit) => {
    const now = clock.now();
    const { proposalId, leadDepartmentId, complexity } = input;
    const supporting = [...new Set(input.supportingDepartmentIds)];
    const taken = await takeProposal(unit, actor, { id: proposalId, action: 'ASSIGN', now });
    if (!taken.ok) return taken;
    const known = new Set((await unit.departments.listByIds([leadDepartmentId, ...supporting])).map(({ id }) => id));
    const checked = new FieldChecks()
      .that(known.has(leadDepartmentId), 'leadDepartmentId', 'UNKNOWN', 'There is no such department.')
      .that(
        supporting.every((id) => known.has(id)),
        'supportingDepartmentIds',
        'UNKNOWN',
        'One of these departments does not exist.',
      )
      .that(
        !supporting.includes(leadDepartmentId),
        'supportingDepartmentIds',
        'CONTRADICTION',
        'The lead department does not support itself.',
      )
      .that(
        supporting.length <= supportingMax,
        'supportingDepartmentIds',
        'TOO_LONG',
        `Name at most ${supportingMax} supporting departments.`,
      )
      .finish(undefined);
    if (!checked.ok) return checked;
    const { proposal } = taken.value;
    const rule = await unit.screenings.rule(proposal.ruleVersion ?? 1);
    const { calendar } = await unit.deadlines.ruleAt(now);
    await unit.answers.addSupporting(proposalId, supporting);
    const assigned = {
      ...proposal,
      status: 'REFERRED' as const,
      leadDepartmentId,
      complexity,
      referredAt: now,
      dueAt: answerDue(rule, complexity, { now, zone: calendar.zone }),
    };
    const after = { ...taken.value, supporting, proposal: assigned };
    return ok(await keepProposal(unit, ids, { before: taken.value, after, at: now, change: 'REFERRED' }));
  });
}

import {
  err,
  illegalTransition,
  memberOf,
  notAllowed,
  notFound,
  ok,
  toId,
  type Actor,
  type Id,
} from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import { keyedRequest } from '../../conversation/keyed-request.js';
import type { Deps, Repositories } from '../../deps.js';
import type { Member } from '../../member/member.js';
import { askForCompany as ask, companyLifecycle, findCompany, statusOf, type CompanyAsk } from '../company.js';
import { companyPolicy } from '../company.policy.js';

/** Company to which activity is asked for, and how many may go together. */
export type AskForCompany = {
  readonly activityId: Id<'Activity'>;
  readonly sizeMax: number;
  readonly idempotencyKey: string;
};

/**
 * Asks for company to an activity. Where somebody fits who asked before, both learn of each other at once: asking was
 * the consent. Until then nobody learns that anybody asked.
 */
export function askForCompany({ idempotentTransaction, clock, ids }: Deps, actor: Actor, input: AskForCompany) {
  const { activityId, sizeMax } = input;
  return idempotentTransaction(
    keyedRequest(actor, 'askForCompany', input),
    async ({ companies }, id) => {
      const facts = await companies.findOwn(actor, toId(id));
      return facts === null ? null : { id: activityId, facts };
    },
    async (unit) => {
      const { companies, members } = unit;
      const now = clock.now();
      const memberId = memberOf(actor);
      const own = await members.findOwn(actor);
      const facts = await companies.findOwnLocked(actor, activityId);
      if (facts === null) return err(notFound('Activity'));
      if (memberId === undefined || own === null || !companyPolicy.can(actor)) return err(notAllowed('ASK', 'Company'));
      if (!companyLifecycle.can('ASK', facts, now)) return err(illegalTransition('ASK', statusOf(facts)));
      const asked = ask(sizeMax, { id: ids.random(), activityId, memberId, askedAt: now });
      if (!asked.ok) return asked;
      await companies.add(asked.value);
      await bringTogether(unit, asked.value, { member: own.member, newCompanyId: ids.random(), now });
      return ok({ id: activityId, facts: (await companies.findOwn(actor, activityId)) ?? facts });
    },
  );
}

async function bringTogether(
  { companies, conversations, notifications }: Unit<Repositories>,
  asked: CompanyAsk,
  { member, newCompanyId, now }: { readonly member: Member; readonly newCompanyId: Id<'Company'>; readonly now: Date },
): Promise<void> {
  const { activityId, memberId } = asked;
  const others = await companies.listAskers(activityId, memberId);
  const pairs = await companies.listBlocked([memberId, ...others.map((other) => other.memberId)]);
  const blocked = new Set(pairs.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]));
  const { languages, interests } = member;
  const found = findCompany({ ...asked, languages, interests }, others, (a, b) => blocked.has(`${a} ${b}`));
  if (found === undefined) return;
  const { companyId = newCompanyId } = found;
  const all = [memberId, ...found.others.map((other) => other.memberId)];
  if (found.companyId === undefined) await companies.found({ id: companyId, activityId, foundAt: now }, all);
  else await companies.join(companyId, asked.id);
  const newcomers = found.companyId === undefined ? all : [memberId];
  await conversations.openFor({ kind: 'COMPANY', sourceId: companyId, members: newcomers });
  await notifications.tell({
    to: all,
    reason: 'COMPANY_FOUND',
    sourceId: companyId,
    subject: { kind: 'ACTIVITY', id: activityId },
  });
}

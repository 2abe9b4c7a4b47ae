/*
 * A term of an agreement reached in mediation: what is promised, by which side, until when. Life: recorded once with the
 * agreement, asked after some weeks later. Owner: advocacy.
 */
import { FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { AgreementExtent, MediationId, MediationParty } from '../mediation/mediation.js';

/** A recorded term; its words are sealed. */
export type MediationTerm = {
  readonly id: Id<'MediationTerm'>;
  readonly mediationId: MediationId;
  readonly position: number;
  /** The side that owes it. */
  readonly partyId: Id<'MediationParty'>;
  /** The last day, as a campus date. */
  readonly dueOn: string;
};

/** A term as the mediator records it. */
export type ToldTerm = {
  readonly text: string;
  readonly owedBy: Id<'MediationParty'>;
  readonly dueOn: string;
};

/** An agreement as the mediator records it. */
export type ToldAgreement = {
  readonly extent: AgreementExtent;
  readonly terms: readonly ToldTerm[];
  readonly followUpWeeks: number;
  /** Whether the mediator has read the warnings and stands by the words. */
  readonly warningsRead: boolean;
};

/** Whole weeks after which the parties are asked whether the terms were kept (domain J). */
export const followUpWeeks = { min: 4, max: 8 } as const;

const termsMax = 12;

/** Words that often stand in a clause which keeps a complaint secret or takes it away; English and Chinese. */
const warningSigns: readonly RegExp[] = [
  /\bconfidential/iu,
  /\bnon-?disclosure/iu,
  /\b(?:secret|secrecy)\b/iu,
  /\b(?:gag|gagging)\b/iu,
  /\bdo(?:es)? not (?:tell|talk|speak|disclose|mention|discuss|share)/iu,
  /\b(?:will|shall|must|may) not (?:tell|talk|speak|disclose|mention|discuss|share|complain|appeal|report)/iu,
  /\bnever (?:tell|talk|speak|disclose|mention|discuss|share|complain|appeal|report)/iu,
  /\b(?:withdraws?|drops?|waives?|gives? up) (?:\S+ ){0,3}(?:complaint|appeal|claim|rights?)\b/iu,
  /\bno (?:further )?(?:complaint|appeal)s?\b/iu,
  /保密|不得.{0,8}(?:透露|泄露|提及|谈论|投诉|申诉|举报)|不(?:再|予)(?:投诉|申诉|举报)|撤回(?:投诉|申诉)|放弃(?:投诉|申诉|权利)|封口/u,
];

/** Whether the words look like a clause that keeps the complaint itself secret or ends it, which no agreement may hold. */
export function looksLikeSecrecy(text: string): boolean {
  return warningSigns.some((sign) => sign.test(text));
}

/** Checks an agreement: one to twelve dated terms, each owed by a side, and no clause of secrecy that nobody looked at twice. */
export function checkAgreement(
  told: ToldAgreement,
  parties: readonly Pick<MediationParty, 'id'>[],
  today: string,
): Result<ToldAgreement, ValidationError> {
  const terms = told.terms.map((term) => ({ ...term, text: term.text.trim() }));
  const checks = new FieldChecks()
    .whole('followUpWeeks', told.followUpWeeks, followUpWeeks)
    .that(terms.length > 0, 'terms', 'REQUIRED', 'Record at least one term.')
    .that(terms.length <= termsMax, 'terms', 'TOO_LONG', `Record at most ${termsMax} terms.`);
  terms.slice(0, termsMax).forEach(({ text, owedBy, dueOn }, index) => {
    checks
      .text(`terms.${index}.text`, text, { max: 1000 })
      .that(
        parties.some(({ id }) => id === owedBy),
        `terms.${index}.owedBy`,
        'UNKNOWN',
        'Choose the party that owes this.',
      )
      .that(dueOn >= today, `terms.${index}.dueOn`, 'OUT_OF_RANGE', 'Choose a day that is still to come.')
      .that(
        told.warningsRead || !looksLikeSecrecy(text),
        `terms.${index}.text`,
        'CONTRADICTION',
        'This reads like a promise to keep the complaint secret or to give it up, which no term may ask. Reword it, or confirm that it means something else.',
      );
  });
  return checks.finish({ ...told, terms });
}

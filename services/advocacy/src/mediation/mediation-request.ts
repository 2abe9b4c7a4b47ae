/*
 * What is asked of a mediation before there is one: by whom, with whom, and why. Life: checked once and then sealed.
 */
import { FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import { normaliseName } from '../sealing/sealing.js';
import type { MediationPartyKind } from './mediation.js';

/** What a party that asks for mediation names: who stands on another side. */
export type NamedParty = {
  readonly kind: MediationPartyKind;
  readonly name: string;
  readonly departmentId: Id<'Department'> | undefined;
};

/** What is asked: for whom, with whom, and why. */
export type MediationRequest = {
  readonly ownName: string;
  /** Whether the student speaks for a group of students. */
  readonly isCollective: boolean;
  readonly parties: readonly NamedParty[];
  readonly request: string;
};

const partiesMax = 4;

/** Checks a request: a name of one's own, one to four other sides each named once, and words for whoever screens it. */
export function checkRequest(asked: MediationRequest): Result<MediationRequest, ValidationError> {
  const told: MediationRequest = {
    ...asked,
    ownName: asked.ownName.trim(),
    request: asked.request.trim(),
    parties: asked.parties.map((party) => ({ ...party, name: party.name.trim() })),
  };
  const checks = new FieldChecks()
    .text('ownName', told.ownName, { max: 120 })
    .text('request', told.request, { min: 20, max: 5000 })
    .that(told.parties.length > 0, 'parties', 'REQUIRED', 'Name who stands on the other side.')
    .that(told.parties.length <= partiesMax, 'parties', 'TOO_LONG', `Name at most ${partiesMax} other sides.`);
  const names = [told.ownName, ...told.parties.map(({ name }) => name)].map(normaliseName);
  checks.that(new Set(names).size === names.length, 'parties', 'CONTRADICTION', 'Name every side once.');
  told.parties.slice(0, partiesMax).forEach(({ kind, name, departmentId }, index) => {
    checks
      .text(`parties.${index}.name`, name, { max: 120 })
      .that(
        (kind === 'DEPARTMENT') === (departmentId !== undefined),
        `parties.${index}.departmentId`,
        'CONTRADICTION',
        'Choose the department exactly when a department is the other side.',
      );
  });
  return checks.finish(told);
}

import { actorKey, hasAppointment, isUnionOfficer, type Actor } from '@guildhall/kernel';
import type { SkillVersion, SkillVersionAction } from './skill.js';

const isEditor = (actor: Actor): boolean => isUnionOfficer(actor) || hasAppointment(actor, 'ADMIN');
const isProposer = (actor: Actor, { proposedBy }: Pick<SkillVersion, 'proposedBy'>): boolean =>
  actor.kind === 'person' && actorKey(actor) === proposedBy;
const decides = (actor: Actor, version: SkillVersion): boolean => isEditor(actor) && !isProposer(actor, version);

/** One line per right over a version: one person proposes, another decides. */
const rights: Readonly<Record<SkillVersionAction, (actor: Actor, version: SkillVersion) => boolean>> = {
  CONFIRM: decides,
  DECLINE: decides,
  WITHDRAW: isProposer,
  REPLACE: () => false,
};

/** Who may do what with the mapping of skills. What holds or held is everybody's to read. */
export const skillPolicy = {
  canPropose: isEditor,
  /** What waits, was refused or taken back is seen by those who could decide about it. */
  canSeeProposals: isEditor,
  can: (actor: Actor, action: SkillVersionAction, version: SkillVersion): boolean => rights[action](actor, version),
};

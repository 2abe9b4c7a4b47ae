import type { PersonalSection } from '@guildhall/subgraph';
import { conversationSections } from './conversation.sections.js';
import { electionSections } from './election.sections.js';
import { helpSections } from './help.sections.js';
import { peopleSections } from './people.sections.js';
import { postSections } from './post.sections.js';
import { registerSections } from './register.sections.js';

/**
 * Everything this service keeps about a member. Whoever adds a table with a member in it adds a section here, or an
 * exception with its reason; a test compares both with the database.
 */
export const personalSections: readonly PersonalSection[] = [
  ...registerSections,
  ...peopleSections,
  ...postSections,
  ...helpSections,
  ...conversationSections,
  ...electionSections,
];

/** Tables with a member in them that no section speaks for, each with the reason. */
export const exceptions: Readonly<Record<string, string>> = {
  actor_group_membership: 'a view of group_membership',
  actor_mandate: 'a view of mandate',
  actor_member: 'a view of member',
  actor_constituency: 'a view of member',
  actor_appointment: 'a view of appointment',
  connected_member: 'a view of member_connection',
  search_person: 'what search may find of a member, kept and deleted by triggers on member',
};

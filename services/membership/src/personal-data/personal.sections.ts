import type { PersonalSection } from '@guildhall/subgraph';
import { conversationSections } from './conversation.sections.js';
import { postSections } from './post.sections.js';
import { registerSections } from './register.sections.js';

/**
 * Everything this service keeps about a member. Whoever adds a table with a member in it adds a section here, or an
 * exception with its reason; a test compares both with the database.
 */
export const personalSections: readonly PersonalSection[] = [...registerSections, ...postSections, ...conversationSections];

/** Tables with a member in them that no section speaks for, each with the reason. */
export const exceptions: Readonly<Record<string, string>> = {
  actor_group_membership: 'a view of group_membership',
  actor_mandate: 'a view of mandate',
  actor_member: 'a view of member',
  actor_constituency: 'a view of member',
  actor_appointment: 'a view of appointment',
};

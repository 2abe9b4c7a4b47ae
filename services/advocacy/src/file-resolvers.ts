import { mergeResolvers } from '@guildhall/subgraph';
import { assignmentResolvers } from './assignment/assignment.resolvers.js';
import { identityResolvers } from './identity/identity.resolvers.js';
import { noteResolvers } from './note/note.resolvers.js';
import { relationResolvers } from './relation/relation.resolvers.js';
import { safeguardingResolvers } from './safeguarding/safeguarding.resolvers.js';
import { wallResolvers } from './wall/wall.resolvers.js';

/** Resolvers of what belongs to a case file beside the case itself. */
export const fileResolvers = mergeResolvers([
  assignmentResolvers,
  identityResolvers,
  noteResolvers,
  relationResolvers,
  safeguardingResolvers,
  wallResolvers,
]);

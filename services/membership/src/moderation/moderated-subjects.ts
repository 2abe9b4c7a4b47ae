import { postSubject } from '../post/post.subject.js';
import type { ModeratedSubject } from './moderated-subject.js';
import type { SubjectKind } from './moderation.js';

/** Everything that can be reported. What is not listed is answered like a thing that does not exist. */
export const moderatedSubjects: Readonly<Partial<Record<SubjectKind, ModeratedSubject>>> = {
  POST: postSubject,
};

import { messageSubject } from '../conversation/message.subject.js';
import { helpRequestSubject } from '../help-request/help-request.subject.js';
import { postSubject } from '../post/post.subject.js';
import { postReplySubject } from '../post-reply/post-reply.subject.js';
import type { ModeratedSubject } from './moderated.subject.js';
import type { SubjectKind } from './moderation.js';

/** Everything that can be reported. What is not listed is answered like a thing that does not exist. */
export const moderatedSubjects: Readonly<Partial<Record<SubjectKind, ModeratedSubject>>> = {
  HELP_REQUEST: helpRequestSubject,
  MESSAGE: messageSubject,
  POST: postSubject,
  REPLY: postReplySubject,
};

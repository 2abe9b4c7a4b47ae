import { appealIssuePostRemoval } from '../issue-moderation/use-cases/appeal-issue-post-removal.js';
import { decideIssuePost } from '../issue-moderation/use-cases/decide-issue-post.js';
import { reportIssuePost } from '../issue-moderation/use-cases/report-issue-post.js';
import { acknowledgeIssue } from './use-cases/acknowledge-issue.js';
import { draftIssueAnswer } from './use-cases/draft-issue-answer.js';
import { escalateIssue } from './use-cases/escalate-issue.js';
import { postIssue } from './use-cases/post-issue.js';
import { publishIssueAnswer } from './use-cases/publish-issue-answer.js';
import { raiseIssue } from './use-cases/raise-issue.js';
import { rateIssueAnswer } from './use-cases/rate-issue-answer.js';
import { replyToIssue } from './use-cases/reply-to-issue.js';
import { startIssue } from './use-cases/start-issue.js';
import { suggestIssueProposal } from './use-cases/suggest-issue-proposal.js';
import { supportIssue } from './use-cases/support-issue.js';
import { withdrawIssueSupport } from './use-cases/withdraw-issue-support.js';

/** Every mutation of issues and of their moderation. */
export const issueUseCases = {
  acknowledgeIssue,
  appealIssuePostRemoval,
  decideIssuePost,
  draftIssueAnswer,
  escalateIssue,
  postIssue,
  publishIssueAnswer,
  raiseIssue,
  rateIssueAnswer,
  replyToIssue,
  reportIssuePost,
  startIssue,
  suggestIssueProposal,
  supportIssue,
  withdrawIssueSupport,
};

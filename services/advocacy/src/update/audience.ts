import type { UpdateSubjectKind } from './update.js';

/**
 * Whom a matter concerned at an instant: one SELECT per kind that yields `member_id`s of the matter $1 as of the instant
 * $2, in any order and possibly repeated. Nobody is told of what happened before the matter concerned them.
 */
export const audiences: Readonly<Record<UpdateSubjectKind, string>> = {
  ISSUE: `
    select author_id as member_id from issue where id = $1 and author_id is not null
    union select member_id from issue_support where issue_id = $1 and supported_at <= $2
    union select author_id from issue_reply where issue_id = $1 and author_id is not null and posted_at <= $2`,
  PROPOSAL: `
    select author_id as member_id from proposal where id = $1 and author_id is not null
    union select member_id from proposal_seconder where proposal_id = $1 and accepted_at <= $2
    union select member_id from endorsement where proposal_id = $1 and endorsed_at <= $2`,
};

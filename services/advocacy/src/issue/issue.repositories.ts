import type { EntityManager } from 'typeorm';
import { createPostRepository, type PostRepository } from '../issue-moderation/post.repository.js';
import { createIssueTextRepository, type IssueTextRepository } from './issue-text.repository.js';
import { createIssueSpaceRepository, type IssueSpaceRepository } from '../issue-space/issue-space.repository.js';
import { createIssuePostRepository, type IssuePostRepository } from './issue-post.repository.js';
import { createIssueSupportRepository, type IssueSupportRepository } from './issue-support.repository.js';
import { createIssueRepository, type IssueRepository } from './issue.repository.js';

/** Everything that keeps issues and what is said about them. */
export type IssueRepositories = {
  readonly issues: IssueRepository;
  readonly issuePosts: IssuePostRepository;
  readonly issueSpaces: IssueSpaceRepository;
  readonly issueTexts: IssueTextRepository;
  readonly issueSupport: IssueSupportRepository;
  readonly posts: PostRepository;
};

/** The repositories of issues over one connection or transaction. */
export function createIssueRepositories(manager: EntityManager): IssueRepositories {
  return {
    issues: createIssueRepository(manager),
    issuePosts: createIssuePostRepository(manager),
    issueSpaces: createIssueSpaceRepository(manager),
    issueTexts: createIssueTextRepository(manager),
    issueSupport: createIssueSupportRepository(manager),
    posts: createPostRepository(manager),
  };
}

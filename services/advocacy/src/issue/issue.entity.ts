import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { IssueReply } from './issue-reply.js';
import type { Issue } from './issue.js';

/** The table `issue`. */
export const IssueEntity = new EntitySchema<Issue>({
  name: 'Issue',
  tableName: 'issue',
  columns: {
    id: { type: 'uuid', primary: true },
    constituencyId: { type: 'uuid' },
    departmentId: { type: 'uuid' },
    type: { type: 'text' },
    title: { type: 'text' },
    body: { type: 'text' },
    language: { type: 'text' },
    authorId: { type: 'uuid', nullable: true, transformer: absent },
    namedToCourse: { type: 'boolean' },
    namedToDepartment: { type: 'boolean' },
    status: { type: 'text' },
    postState: { type: 'text' },
    postedAt: { type: 'timestamptz' },
    autoRaiseAt: { type: 'timestamptz' },
    raisedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    raisedBy: { type: 'text', nullable: true, transformer: absent },
    reopenedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    round: { type: 'integer' },
    proposalSuggestedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    proposalId: { type: 'uuid', nullable: true, transformer: absent },
    ruleVersion: { type: 'integer' },
    version: { type: 'integer' },
  },
});

/** The table `issue_reply`. */
export const IssueReplyEntity = new EntitySchema<IssueReply>({
  name: 'IssueReply',
  tableName: 'issue_reply',
  columns: {
    id: { type: 'uuid', primary: true },
    issueId: { type: 'uuid' },
    authorId: { type: 'uuid', nullable: true, transformer: absent },
    role: { type: 'text' },
    named: { type: 'boolean' },
    body: { type: 'text' },
    language: { type: 'text' },
    postedAt: { type: 'timestamptz' },
    postState: { type: 'text' },
    version: { type: 'integer' },
  },
});

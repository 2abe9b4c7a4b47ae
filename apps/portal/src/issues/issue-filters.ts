import type { IssueStatus, IssueType } from '../generated/graphql.js';
import { issueStatuses, issueTypes, oneOf } from './kinds.js';

/** What the list of issues is narrowed by; it lives in the address. */
export type IssueFilters = { readonly status?: IssueStatus; readonly type?: IssueType; readonly mine?: true };

/** The filters that an address asks for; what does not exist is left out. */
export function readIssueFilters(search: Readonly<Record<string, unknown>>): IssueFilters {
  const [status, type] = [oneOf(issueStatuses, search['status']), oneOf(issueTypes, search['type'])];
  const isMine = search['mine'] === true || search['mine'] === 'true';
  return { ...(status && { status }), ...(type && { type }), ...(isMine && { mine: true }) };
}

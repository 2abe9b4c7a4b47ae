import type { ReactElement } from 'react';
import type { Tone } from '@guildhall/ui';
import { StatusBadge, useTexts } from '@guildhall/ui';
import type { IssueStatus } from '../generated/graphql.js';

const tones: Readonly<Record<IssueStatus, Tone>> = {
  PRIVATE: 'neutral',
  RAISED: 'info',
  ACKNOWLEDGED: 'neutral',
  IN_PROGRESS: 'info',
  RESOLVED: 'good',
  DECLINED: 'neutral',
  ESCALATED: 'neutral',
  REOPENED: 'warn',
};

/** Where a raised issue stands, as the department would say it. */
export function IssueStatusBadge({ status }: { readonly status: IssueStatus }): ReactElement {
  const { t } = useTexts();
  return <StatusBadge tone={tones[status]}>{t(`raisedIssue.status.${status}`)}</StatusBadge>;
}

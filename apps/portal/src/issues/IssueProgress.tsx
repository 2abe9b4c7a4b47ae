import type { ReactElement } from 'react';
import { Card, DateTimeText, SoftText, Timeline, useTexts, type TimelineStep } from '@guildhall/ui';
import { Prose } from '../parts/Rows.js';
import type { ShownIssue } from './issue-document.js';

const ahead = ['PRIVATE', 'RAISED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'RESOLVED'] as const;
const ends: readonly string[] = ['RESOLVED', 'ESCALATED'];

/** The way of an issue from state to state, with what is usually still to come, and the answers of the department. */
export function IssueProgress({ issue }: { readonly issue: ShownIssue }): ReactElement {
  const { t } = useTexts();
  const { progress, answers } = issue;
  const last = progress.at(-1)?.status;
  const isOver = last === 'RESOLVED' || last === 'DECLINED' || last === 'ESCALATED';
  const lastAhead = last === 'REOPENED' ? 'ACKNOWLEDGED' : last;
  const next = isOver ? [] : ahead.slice(ahead.findIndex((status) => status === lastAhead) + 1);
  const steps: readonly TimelineStep[] = [
    ...progress.map(({ status, at }, index) => ({
      key: `${index}-${status}`,
      title: t(`status.issue.${status}`),
      state: stateOf(status, index === progress.length - 1),
      detail: <DateTimeText instant={at} show="day" />,
    })),
    ...next.map((status) => ({ key: `next-${status}`, title: t(`status.issue.${status}`), state: 'next' as const })),
  ];
  return (
    <Card>
      <h2>{t('issue.progress')}</h2>
      <Timeline steps={steps} />
      {answers.map((answer) => (
        <div key={answer.round}>
          <h3>{t(`issue.answer.${answer.outcome}`)}</h3>
          {answer.reason && <SoftText>{t(`issueDeclineReason.${answer.reason}`)}</SoftText>}
          <Prose>{answer.text}</Prose>
          <SoftText isSmall>
            {issue.department?.name} · <DateTimeText instant={answer.publishedAt} />
          </SoftText>
        </div>
      ))}
    </Card>
  );
}

function stateOf(status: string, isLast: boolean): TimelineStep['state'] {
  if (!isLast) return 'done';
  if (status === 'DECLINED' || status === 'REOPENED') return 'problem';
  return ends.includes(status) ? 'done' : 'now';
}

import type { ReactElement } from 'react';
import { Card, DateTimeText, Timeline, useTexts, type TimelineStep } from '@guildhall/ui';
import type { ProposalStatus } from '../generated/graphql.js';
import type { ShownProposal } from './proposal-document.js';

/** What may still come after each state, on the way that most take. */
const ahead: readonly ProposalStatus[] = [
  'GATHERING',
  'QUALIFIED',
  'REFERRED',
  'ANSWERED',
  'IN_DELIVERY',
  'DELIVERED',
  'CLOSED',
];
const ended: readonly string[] = ['LAPSED', 'MERGED', 'WITHDRAWN', 'NOT_FILED', 'NOT_ADOPTED', 'CLOSED'];
const refusals: readonly string[] = ['DECLINED', 'ALTERNATIVE', 'ALREADY_DONE'];

/** The way of a proposal: what was, where it is, and what is still to come. */
export function ProgressPart({ proposal }: { readonly proposal: ShownProposal }): ReactElement {
  const { t } = useTexts();
  const { steps, status, answers } = proposal;
  const reached = new Set(steps.map((step) => step.status));
  const isOver = ended.includes(status) || refusals.includes(answers.at(-1)?.decision ?? '');
  const last = ahead.findLastIndex((each) => reached.has(each));
  const next = isOver ? [] : ahead.slice(last + 1).filter((each) => !reached.has(each));
  const done = steps.map(({ status: step, at }, index): TimelineStep => {
    const isNow = index === steps.length - 1;
    const isProblem = ['LAPSED', 'NOT_FILED', 'REOPENED', 'RECONSIDERED', 'NOT_ADOPTED'].includes(step);
    const state = isNow && !ended.includes(step) ? 'now' : 'done';
    return {
      key: `${step}-${index}`,
      title: t(`status.proposal.${step}`),
      state: isProblem ? 'problem' : state,
      detail: <DateTimeText instant={at} show="day" />,
    };
  });
  const coming = next.map((step): TimelineStep => ({ key: step, title: t(`status.proposal.${step}`), state: 'next' }));
  return (
    <Card>
      <h2>{t('proposal.way')}</h2>
      <Timeline steps={[...done, ...coming]} />
    </Card>
  );
}

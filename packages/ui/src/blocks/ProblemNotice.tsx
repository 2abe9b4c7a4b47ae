import type { ReactElement, ReactNode } from 'react';
import type { GraphProblem } from '../graph/graph-problem.js';
import { useTexts } from '../texts/texts.js';
import type { Translate } from '../texts/translator.js';
import { Notice } from './Notice.js';

/** What a problem means, in the reader's language. Codes we do not know get the general sentence. */
export function describeProblem(t: Translate, { kind, code }: GraphProblem): string {
  if (kind === 'offline') return t('query.offlineLead');
  if (kind === 'unreachable') return t('query.unreachable');
  return t([`errors.${code}`, 'errors.other']);
}

/** Says what went wrong, with the request id to report. */
export function ProblemNotice({
  problem,
  title,
  children,
}: {
  readonly problem: GraphProblem;
  readonly title?: string;
  readonly children?: ReactNode;
}): ReactElement {
  const { t } = useTexts();
  return (
    <Notice tone={problem.kind === 'offline' ? 'warn' : 'danger'}>
      {title !== undefined && <strong>{title}</strong>}
      <span>{describeProblem(t, problem)}</span>
      {problem.requestId !== undefined && (
        <span>
          {t('query.requestId')}: <code>{problem.requestId}</code>
        </span>
      )}
      {children}
    </Notice>
  );
}

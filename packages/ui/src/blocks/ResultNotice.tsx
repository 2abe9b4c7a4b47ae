import type { ReactElement } from 'react';
import type { GraphProblem } from '../graph/graph-problem.js';
import { useTexts } from '../texts/texts.js';
import styles from './blocks.module.css';
import { Notice } from './Notice.js';
import { ProblemNotice } from './ProblemNotice.js';
import type { MutationResult } from './user-error.js';
import { describeFieldProblem, describeUserError, isUserError } from './user-error.js';

/** How a mutation went: a member of its result union, or the reason why there is none. */
export type Outcome<Result extends MutationResult = MutationResult> = {
  readonly result?: Result;
  readonly problem?: GraphProblem;
};

/** An outcome to tell about, and the fields that show their own problems beside them. */
export type ResultNoticeProps = { readonly outcome?: Outcome; readonly shownFields?: readonly string[] };

/** Tells of a failure in the reader's language, by `__typename`; shows nothing when all went well. */
export function ResultNotice({ outcome, shownFields = [] }: ResultNoticeProps): ReactElement | null {
  const { t } = useTexts();
  const { problem, result } = outcome ?? {};
  if (problem?.kind === 'offline') return <Notice tone="warn">{t('action.offline')}</Notice>;
  if (problem !== undefined) return <ProblemNotice problem={problem} title={t('action.failed')} />;
  if (result === undefined || !isUserError(result)) return null;
  return <Refusal result={result} shownFields={shownFields} />;
}

type RefusalProps = { readonly result: MutationResult; readonly shownFields: readonly string[] };

function Refusal({ result, shownFields }: RefusalProps): ReactElement {
  const { t } = useTexts();
  const fields = result.fields ?? [];
  const others = fields.filter(({ path }) => !shownFields.includes(path));
  return (
    <Notice tone="danger">
      <span>{describeUserError(t, result)}</span>
      {others.length < fields.length && <span>{t('form.problems')}</span>}
      {others.length > 0 && (
        <ul className={styles.problems}>
          {others.map((field) => (
            <li key={field.path}>
              {t([`fields.${field.path}`, field.path])}: {describeFieldProblem(t, field)}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

import { FieldChecks, ok, type IllegalTransitionError, type Result, type ValidationError } from '@guildhall/kernel';
import { electionRulesOf } from '../election/election-rules.js';
import { candidateLifecycle, type Candidacy, type Candidate, type CandidateStatement } from './candidate.js';
import { candidateRules } from './candidate-rules.js';

/** As BCP 47 tags are written: a language, and perhaps a script and a region. */
const languageTag = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/;

/** Writes what a candidate says to voters, each language once, in place of what they said before. */
export function writeStatements(
  candidacy: Candidacy,
  written: readonly CandidateStatement[],
  now: Date,
): Result<Candidate, IllegalTransitionError | ValidationError> {
  const { candidate, election } = candidacy;
  const next = candidateLifecycle.next('EDIT_STATEMENT', candidacy, now, candidate.status);
  if (!next.ok) return next;
  const statements = written.map(({ language, text }) => ({ language, text: text.trim() }));
  const { statementMax } = electionRulesOf(election);
  const { statementLanguagesMax: most } = candidateRules;
  const checks = new FieldChecks().that(
    statements.length <= most,
    'statements',
    'TOO_LONG',
    `Write in at most ${most} languages.`,
  );
  statements.slice(0, most).forEach(({ language, text }, index) => {
    const isFirst = statements.findIndex((other) => other.language === language) === index;
    checks
      .that(
        languageTag.test(language),
        `statements.${index}.language`,
        'BAD_FORMAT',
        'Give a language such as en or zh-CN.',
      )
      .that(isFirst, `statements.${index}.language`, 'CONTRADICTION', 'Write once in each language.')
      .text(`statements.${index}.text`, text, { max: statementMax });
  });
  const checked = checks.finish(statements);
  return checked.ok ? ok({ ...candidate, statements: checked.value, changedAt: now }) : checked;
}

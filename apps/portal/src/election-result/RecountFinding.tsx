import type { ReactElement } from 'react';
import { Notice, Stack, useTexts } from '@guildhall/ui';
import { readCount } from './count-model.js';
import { sayDifference } from './say-difference.js';
import type { RecountAnswer } from './recount-request.js';
import type { CountedContest } from './result-documents.js';
import { useCountWords } from './use-count-words.js';

type FindingProps = { readonly contest: CountedContest; readonly answer: RecountAnswer };

/** What a recount found: all as published, or the first thing that is not; and whether the seed is the one promised. */
export function RecountFinding({ contest, answer }: FindingProps): ReactElement {
  const { t, language } = useTexts();
  const { nameOf } = useCountWords(readCount(contest));
  const { keepsCommitment, difference, fault } = answer;
  const { valid, blank, stages } = contest.result;
  return (
    <Stack gap="small">
      {fault && (
        <Notice tone="danger">
          <span>{t(`electionResult.fault.${fault.reason}`)}</span>
          <code lang="en">{fault.detail}</code>
        </Notice>
      )}
      {!fault && !difference && (
        <Notice tone="good">
          {t('electionResult.equal', {
            ballots: (valid + blank).toLocaleString(language),
            stages: stages.length.toLocaleString(language),
          })}
        </Notice>
      )}
      {difference && (
        <Notice tone="danger">
          <strong>{t('electionResult.notEqual')}</strong>
          <span>{sayDifference(difference, { t, nameOf })}</span>
        </Notice>
      )}
      <Notice tone={keepsCommitment ? 'good' : 'danger'}>
        {t(keepsCommitment ? 'electionResult.keepsCommitment' : 'electionResult.otherSeed')}
      </Notice>
    </Stack>
  );
}

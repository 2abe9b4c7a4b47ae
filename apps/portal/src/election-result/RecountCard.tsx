import type { ReactElement } from 'react';
import { Button, Card, Cluster, Notice, ProblemNotice, SoftText, useTexts } from '@guildhall/ui';
import { ProgressBar } from '../parts/Rows.js';
import { RecountFinding } from './RecountFinding.js';
import styles from './result.module.css';
import type { CountedContest } from './result-documents.js';
import type { RecountState } from './recount-state.js';
import { useRecount } from './use-recount.js';

/** Counts the published ballots again here in the browser and says whether it comes out the same; small contests say why they cannot. */
export function RecountCard({ contest }: { readonly contest: CountedContest }): ReactElement {
  const { t } = useTexts();
  const { election, result } = contest;
  const papers = result.valid + result.blank + result.spoilt;
  const isSmall = papers < election.rules.publishedFrom;
  return (
    <Card>
      <h2>{t('electionResult.recountTitle')}</h2>
      {isSmall ? (
        <p>{t('electionResult.tooFewBallots', { count: papers, from: election.rules.publishedFrom })}</p>
      ) : (
        <Recount contest={contest} />
      )}
      <Seed election={election} />
    </Card>
  );
}

function Recount({ contest }: { readonly contest: CountedContest }): ReactElement {
  const { t } = useTexts();
  const { state, want } = useRecount(contest);
  const isBusy = state.at === 'loading' || state.at === 'counting';
  return (
    <>
      <SoftText>{t('electionResult.recountLead')}</SoftText>
      <Cluster>
        <Button look="primary" isBusy={isBusy} onPress={() => want('COUNT')}>
          {t('electionResult.recount')}
        </Button>
        <Button isBusy={isBusy} onPress={() => want('SAVE')}>
          {t('electionResult.download')}
        </Button>
      </Cluster>
      <div role="status">
        <Progress state={state} />
        {state.at === 'done' && <RecountFinding contest={contest} answer={state.answer} />}
        {state.at === 'failed' && <Notice tone="warn">{t('electionResult.recountFailed')}</Notice>}
        {state.at === 'unpublished' && <Notice>{t('electionResult.unpublished')}</Notice>}
        {state.at === 'problem' && <ProblemNotice problem={state.problem} />}
      </div>
      <SoftText isSmall>{t('electionResult.fileLead')}</SoftText>
    </>
  );
}

const steps = { loading: 1, counting: 2 } as const;

function Progress({ state }: { readonly state: RecountState }): ReactElement | null {
  const { t } = useTexts();
  if (state.at !== 'loading' && state.at !== 'counting') return null;
  const word = t(`electionResult.progress.${state.at}`);
  return (
    <>
      <ProgressBar label={word} value={steps[state.at]} max={3} />
      <SoftText isSmall>{word}</SoftText>
    </>
  );
}

/** The seed of all lots and what was published of it before anybody voted. */
function Seed({ election: { seed, seedCommitment } }: { readonly election: CountedContest['election'] }): ReactElement {
  const { t } = useTexts();
  return (
    <details>
      <summary>{t('electionResult.seedTitle')}</summary>
      <p>{t('electionResult.seedLead')}</p>
      <dl>
        <dt>{t('electionResult.seed')}</dt>
        <dd>
          <code className={styles.long}>{seed ?? t('electionResult.seedLater')}</code>
        </dd>
        <dt>{t('electionResult.commitment')}</dt>
        <dd>
          <code className={styles.long}>{seedCommitment}</code>
        </dd>
      </dl>
    </details>
  );
}

import { Card, SoftText, Stack, useTexts, useWebConfig } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { RunContestFragment, RunElectionFragment } from '../generated/election/graphql.js';
import { ContestTitle } from './ContestTitle.js';
import styles from './elections.module.css';
import { TurnoutLine } from './TurnoutLine.js';

type Result = NonNullable<RunContestFragment['result']>;

/** Who was elected in each contest, once it is counted, with the way to the page on which everybody can recount it. */
export function ResultPart({ election }: { readonly election: RunElectionFragment }): ReactElement | null {
  const { t } = useTexts();
  const { portalUrl } = useWebConfig();
  const counted = election.contests.filter(({ result }) => result);
  if (counted.length === 0) return null;
  return (
    <section>
      <Stack>
        <h2>{t(election.status === 'DECLARED' ? 'elections.result' : 'elections.provisional')}</h2>
        {counted.map(
          (contest) =>
            contest.result && (
              <Card key={contest.id} as="article">
                <h3>
                  <ContestTitle contest={contest} />
                </h3>
                <Elected result={contest.result} />
                <TurnoutLine turnout={contest.turnout} />
                <Figures result={contest.result} />
                {portalUrl !== undefined && (
                  <a href={new URL(`/elections/${election.id}/results/${contest.id}`, portalUrl).href}>
                    {t('elections.toResult')}
                  </a>
                )}
              </Card>
            ),
        )}
      </Stack>
    </section>
  );
}

function Elected({ result: { elected, emptySeats } }: { readonly result: Result }): ReactElement {
  const { t } = useTexts();
  const names = elected.filter(({ isReopen }) => !isReopen).map(({ name }) => name);
  return (
    <>
      {names.length > 0 && (
        <p>
          {t('elections.elected')} <strong>{names.join(t('elections.listSeparator'))}</strong>
        </p>
      )}
      {emptySeats > 0 && <p>{t('elections.emptySeats', { count: emptySeats })}</p>}
    </>
  );
}

function Figures({ result }: { readonly result: Result }): ReactElement {
  const { t, language } = useTexts();
  const figures = [
    ['valid', result.valid.toLocaleString(language)],
    ['blank', result.blank.toLocaleString(language)],
    ['quota', Number(result.quota).toLocaleString(language)],
  ] as const;
  return (
    <>
      <dl className={styles.facts}>
        {figures.map(([key, value]) => (
          <div key={key}>
            <dt>{t(`elections.figure.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {result.countNumber > 1 && <SoftText isSmall>{t('elections.recounted', { count: result.countNumber })}</SoftText>}
    </>
  );
}

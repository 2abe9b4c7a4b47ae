import type { ReactElement } from 'react';
import { Card, DateTimeText, Notice, PersonChip, SoftText, useTexts } from '@guildhall/ui';
import { Facts } from '../parts/Facts.js';
import type { CountModel } from './count-model.js';
import { sayNames, sayVotes } from './format-votes.js';
import styles from './result.module.css';
import type { CountedContest } from './result-documents.js';

type ElectedProps = { readonly contest: CountedContest; readonly count: CountModel };

/** Who is elected, said first and in words, with what is empty and why. */
export function ElectedCard({ contest, count }: ElectedProps): ReactElement {
  const { t, language } = useTexts();
  const { position, seats, result } = contest;
  const { emptySeats } = result;
  const byId = new Map(count.candidates.map((one) => [one.id, one]));
  const elected = result.elected.flatMap(({ id }) => byId.get(id) ?? []);
  const names = sayNames(
    elected.map(({ name }) => name),
    language,
  );
  return (
    <Card>
      <h2>
        {elected.length === 0
          ? t('electionResult.nobodyElected', { position: position.title })
          : t('electionResult.elected', { names, count: elected.length })}
      </h2>
      {elected.length > 0 && (
        <ul className={styles.elected}>
          {elected.map(({ id, name, fate }) => (
            <li key={id}>
              <PersonChip name={name} detail={t('electionResult.electedAt', { stage: fate.stage ?? 1 })} />
            </li>
          ))}
        </ul>
      )}
      <EmptySeats {...{ contest, count, emptySeats }} />
      <Facts
        facts={[
          { name: t('electionResult.seats'), value: seats.toLocaleString(language) },
          { name: t('electionResult.valid'), value: result.valid.toLocaleString(language) },
          { name: t('electionResult.blank'), value: result.blank.toLocaleString(language) },
          { name: t('electionResult.spoilt'), value: result.spoilt > 0 ? result.spoilt.toLocaleString(language) : '' },
          { name: t('electionResult.quota'), value: <Quota contest={contest} count={count} /> },
          {
            name: t('electionResult.countedAt'),
            value: <DateTimeText instant={result.countedAt} />,
          },
        ]}
      />
      {result.countNumber > 1 && (
        <SoftText isSmall>{t('electionResult.countedAgain', { number: result.countNumber })}</SoftText>
      )}
      <PassedOver contest={contest} />
    </Card>
  );
}

function Quota({ contest: { seats }, count }: ElectedProps): ReactElement {
  const { t, language } = useTexts();
  return (
    <>
      {sayVotes(count.quota, language)}
      <br />
      <span className={styles.soft}>
        {t('electionResult.quotaWhy', { valid: count.valid.toLocaleString(language), parts: seats + 1 })}
      </span>
    </>
  );
}

function EmptySeats({ count, emptySeats }: ElectedProps & { readonly emptySeats: number }): ReactElement | null {
  const { t } = useTexts();
  if (emptySeats === 0) return null;
  return <Notice tone="warn">{t(`electionResult.empty.${whyEmpty(count)}`, { count: emptySeats })}</Notice>;
}

function whyEmpty({ valid, candidates }: CountModel): 'noBallots' | 'reopened' | 'tooFew' {
  if (valid === 0) return 'noBallots';
  const isReopened = candidates.some(({ isReopen, fate }) => isReopen && fate.kind === 'ELECTED');
  return isReopened ? 'reopened' : 'tooFew';
}

/** Those whose preferences were passed over, each with the public reason where there is one. */
function PassedOver({ contest }: { readonly contest: CountedContest }): ReactElement | null {
  const { t } = useTexts();
  const over = new Set(contest.result.passedOver.map(({ id }) => id));
  const people = contest.candidates.filter(({ id }) => over.has(id));
  if (people.length === 0) return null;
  return (
    <>
      <h3>{t('electionResult.passedOver')}</h3>
      <SoftText>{t('electionResult.passedOverLead')}</SoftText>
      <ul>
        {people.map(({ id, name, status, statusReason }) => (
          <li key={id}>
            {t(status === 'DISQUALIFIED' ? 'electionResult.wasDisqualified' : 'electionResult.hasWithdrawn', { name })}
            {statusReason ? ` ${statusReason}` : ''}
          </li>
        ))}
      </ul>
    </>
  );
}

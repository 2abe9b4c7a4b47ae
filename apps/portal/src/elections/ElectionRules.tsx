import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Card, SoftText, useTexts } from '@guildhall/ui';
import { Facts } from '../parts/Facts.js';
import { Prose } from '../parts/Rows.js';
import type { ShownElection } from './election-document.js';
import styles from './elections.module.css';

/** How people vote and how it is counted, in plain words, with the rules of the campaign and the numbers behind it all. */
export function ElectionRules({ election }: { readonly election: ShownElection }): ReactElement {
  const { t } = useTexts();
  const { campaignRules, rules, seedCommitment, seed, contests } = election;
  const kinds = new Set(contests.map(({ position }) => position.kind));
  const nominators = rules.nominators.filter(({ kind }) => kinds.has(kind));
  return (
    <Card>
      <h2>{t('elections.rules')}</h2>
      <ul>
        <li>{t('elections.ruleRank')}</li>
        <li>{t('elections.ruleReopen')}</li>
        <li>{t('elections.ruleSecret')}</li>
        <li>{t('elections.ruleCount', { count: rules.publishedFrom })}</li>
      </ul>
      <h3>{t('elections.campaignRules')}</h3>
      <Prose>{campaignRules}</Prose>
      <Facts
        facts={[
          {
            name: t('elections.nominators'),
            value:
              nominators.length > 0 &&
              nominators.map(({ kind, count }) => (
                <div key={kind}>{t('elections.nominatorsOf', { kind: t(`elections.kind.${kind}`), count })}</div>
              )),
          },
          {
            name: t('elections.commitment'),
            value: seedCommitment && <code className={styles.long}>{seedCommitment}</code>,
          },
          { name: t('elections.seed'), value: seed && <code className={styles.long}>{seed}</code> },
        ].filter(({ value }) => value !== false)}
      />
      <SoftText isSmall>{t('elections.seedLead')}</SoftText>
      <p>
        <Link to="/elections/$electionId/receipt" params={{ electionId: election.id }}>
          {t('elections.toReceipt')}
        </Link>
      </p>
    </Card>
  );
}

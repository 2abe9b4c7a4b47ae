import {
  Card,
  Cluster,
  DateTimeText,
  Notice,
  PersonChip,
  SoftText,
  StatusBadge,
  useTexts,
  type Tone,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { CandidateStatus, ElectionStatus, ScreenedCandidateFragment } from '../generated/candidates/graphql.js';
import { CandidateActions } from './CandidateActions.js';
import styles from './elections.module.css';

const tones: Readonly<Record<CandidateStatus, Tone>> = {
  NOMINATED: 'neutral',
  DECLINED: 'neutral',
  CONSENTED: 'warn',
  ELIGIBLE: 'good',
  INELIGIBLE: 'danger',
  STANDING: 'good',
  WITHDRAWN: 'neutral',
  DISQUALIFIED: 'danger',
  ELECTED: 'good',
  NOT_ELECTED: 'neutral',
};

/** A candidacy to show, where its election is, and what follows a decision. */
export type CandidateProps = {
  readonly candidate: ScreenedCandidateFragment;
  /** Where the election is; absent where the card stands outside of one. */
  readonly electionStatus?: ElectionStatus;
  readonly onChange: () => void;
};

/** A candidacy: who nominated the person, what they say to voters, what was decided, and what can be decided now. */
export function CandidateCard({ candidate, electionStatus, onChange }: CandidateProps): ReactElement {
  const { t } = useTexts();
  const { name, status, statusReason, appeal } = candidate;
  return (
    <Card as="article">
      <Cluster>
        <h3>{name}</h3>
        {status && <StatusBadge tone={tones[status]}>{t(`candidacies.status.${status}`)}</StatusBadge>}
      </Cluster>
      {typeof statusReason === 'string' && (
        <p className={styles.words}>
          {t('candidacies.reasonGiven')} {statusReason}
        </p>
      )}
      <Nominations candidate={candidate} />
      <Statements candidate={candidate} />
      {appeal && <Appeal appeal={appeal} />}
      <CandidateActions {...{ candidate, electionStatus, onChange }} />
    </Card>
  );
}

function Nominations({ candidate }: Pick<CandidateProps, 'candidate'>): ReactElement | null {
  const { t } = useTexts();
  const { nominationCount: given, nominationsNeeded: needed, nominators } = candidate;
  if (typeof given !== 'number') return null;
  return (
    <>
      <Cluster>
        <SoftText>{t('candidacies.nominations', { given, count: needed })}</SoftText>
        {given < needed && <StatusBadge tone="warn">{t('candidacies.tooFew')}</StatusBadge>}
      </Cluster>
      {nominators.length > 0 && (
        <details>
          <summary>{t('candidacies.nominators')}</summary>
          <Cluster>
            {nominators.map(({ id, displayName }) => (
              <PersonChip key={id} name={displayName} />
            ))}
          </Cluster>
        </details>
      )}
    </>
  );
}

function Statements({ candidate: { statements } }: Pick<CandidateProps, 'candidate'>): ReactElement | null {
  const { t, language } = useTexts();
  if (statements.length === 0) return null;
  const names = new Intl.DisplayNames([language], { type: 'language' });
  return (
    <details>
      <summary>{t('candidacies.statements', { count: statements.length })}</summary>
      {statements.map((statement) => (
        <section key={statement.language}>
          <h4>{names.of(statement.language)}</h4>
          <p className={styles.words} lang={statement.language}>
            {statement.text}
          </p>
        </section>
      ))}
    </details>
  );
}

function Appeal({ appeal }: { readonly appeal: NonNullable<ScreenedCandidateFragment['appeal']> }): ReactElement {
  const { t } = useTexts();
  const { text, madeAt, isGranted, reason } = appeal;
  const isOpen = typeof isGranted !== 'boolean';
  return (
    <Notice tone={isOpen ? 'warn' : 'neutral'}>
      <strong>{t(`candidacies.appeal${stateOf(isGranted)}`)}</strong>
      <DateTimeText instant={madeAt} />
      <span className={styles.words}>{text}</span>
      {typeof reason === 'string' && (
        <span className={styles.words}>
          {t('candidacies.reasonGiven')} {reason}
        </span>
      )}
    </Notice>
  );
}

function stateOf(isGranted: boolean | null | undefined): 'Open' | 'Granted' | 'Refused' {
  if (typeof isGranted !== 'boolean') return 'Open';
  return isGranted ? 'Granted' : 'Refused';
}

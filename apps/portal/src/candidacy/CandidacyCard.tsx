import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
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
import { Facts } from '../parts/Facts.js';
import type { ShownCandidacy } from './candidacy-documents.js';
import { CandidacyActions } from './CandidacyActions.js';
import { RefusalPart } from './RefusalPart.js';
import { StatementPart } from './StatementPart.js';

/** A candidacy of the viewer's own, and what to do once it changed. */
export type CandidacyProps = { readonly candidacy: ShownCandidacy; readonly onChange: () => void };

type Status = NonNullable<ShownCandidacy['status']>;

const tones: Readonly<Record<Status, Tone>> = {
  NOMINATED: 'warn',
  DECLINED: 'neutral',
  CONSENTED: 'info',
  ELIGIBLE: 'good',
  INELIGIBLE: 'danger',
  STANDING: 'good',
  WITHDRAWN: 'neutral',
  DISQUALIFIED: 'danger',
  ELECTED: 'good',
  NOT_ELECTED: 'neutral',
};

/** How one candidacy stands, what is asked of the viewer now, and their words to voters. */
export function CandidacyCard({ candidacy, onChange }: CandidacyProps): ReactElement {
  const { t } = useTexts();
  const { contest, status, nominationCount, nominationsNeeded, nominators } = candidacy;
  const { election, position } = contest;
  return (
    <Card as="article">
      <h2>{position.title}</h2>
      <SoftText>
        <Link to="/elections/$electionId" params={{ electionId: election.id }}>
          {election.title}
        </Link>
      </SoftText>
      {status && <StatusBadge tone={tones[status]}>{t(`candidacy.status.${status}`)}</StatusBadge>}
      {status && <p>{t(`candidacy.means.${status}`)}</p>}
      <MissingNominators candidacy={candidacy} />
      <Facts
        facts={[
          {
            name: t('candidacy.nominations'),
            value:
              typeof nominationCount === 'number' &&
              t('candidacy.nominationsOf', { count: nominationCount, needed: nominationsNeeded }),
          },
          {
            name: t('candidacy.nominators'),
            value: nominators.length > 0 && (
              <Cluster>
                {nominators.map(({ id, displayName }) => (
                  <PersonChip key={id} name={displayName} />
                ))}
              </Cluster>
            ),
          },
          {
            name: t('candidacy.answerUntil'),
            value: status === 'NOMINATED' && <DateTimeText instant={election.schedule.nominationsCloseAt} isRelative />,
          },
        ].filter(({ value }) => value !== false)}
      />
      <RefusalPart candidacy={candidacy} onChange={onChange} />
      <StatementPart candidacy={candidacy} onChange={onChange} />
      <CandidacyActions candidacy={candidacy} onChange={onChange} />
    </Card>
  );
}

const needingNominators: readonly (Status | null | undefined)[] = ['NOMINATED', 'CONSENTED'];

function MissingNominators({
  candidacy: { status, nominationCount, nominationsNeeded, contest },
}: Pick<CandidacyProps, 'candidacy'>): ReactElement | null {
  const { t } = useTexts();
  const missing = nominationsNeeded - (nominationCount ?? nominationsNeeded);
  if (missing <= 0 || !needingNominators.includes(status)) return null;
  return (
    <Notice tone="warn">
      <span>
        {t('candidacy.missing', { count: missing })}{' '}
        <DateTimeText instant={contest.election.schedule.nominationsCloseAt} />
      </span>
    </Notice>
  );
}

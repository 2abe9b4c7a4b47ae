import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Card, DateTimeText, SoftText, useTexts } from '@guildhall/ui';
import { Row, Rows } from '../parts/Rows.js';

type BallotsWaitingProps = {
  readonly elections: readonly {
    readonly id: string;
    readonly title: string;
    readonly schedule: { readonly votingClosesAt: string };
  }[];
};

/** The part of the first screen that asks to vote; nothing while no ballot is waiting. */
export function BallotsWaiting({ elections }: BallotsWaitingProps): ReactElement | null {
  const { t } = useTexts();
  if (elections.length === 0) return null;
  return (
    <Card>
      <h2>{t('home.ballots')}</h2>
      <Rows>
        {elections.map(({ id, title, schedule }) => (
          <Row key={id}>
            <Link to="/elections/$electionId" params={{ electionId: id }}>
              {title}
            </Link>
            <SoftText isSmall>
              {t('home.ballotsUntil')} <DateTimeText instant={schedule.votingClosesAt} isRelative />
            </SoftText>
          </Row>
        ))}
      </Rows>
    </Card>
  );
}

import { Card, Cluster, DateTimeText, PersonChip, SoftText, StatusBadge, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { RegisterRowFragment } from '../generated/register/graphql.js';
import { MemberActions } from './MemberActions.js';

/** A member of the register and what follows when the record changed. */
export type MemberCardProps = { readonly member: RegisterRowFragment; readonly onDone: () => void };

/** One member as the register knows them: number, studies, state, and the reason when rights are withheld. */
export function MemberCard({ member, onDone }: MemberCardProps): ReactElement {
  const { t } = useTexts();
  const { displayName, studentNumber, faculty, programme, year, status, statusReason, statusUntil, joinedAt } = member;
  const studies = [programme, faculty, year ? t('register.year', { year }) : null].filter(Boolean);
  return (
    <Card as="article">
      <PersonChip name={displayName} detail={studentNumber ?? undefined} />
      {studies.length > 0 && <SoftText isSmall>{studies.join(' · ')}</SoftText>}
      <Cluster>{status && <StatusBadge>{t(`memberStatus.${status}`)}</StatusBadge>}</Cluster>
      {joinedAt && (
        <SoftText isSmall>
          {t('register.joinedAt')} <DateTimeText instant={joinedAt} show="day" />
        </SoftText>
      )}
      {statusReason && <SoftText>{t('register.reasonIs', { reason: statusReason })}</SoftText>}
      {statusUntil && (
        <SoftText isSmall>
          {t('register.untilIs')} <DateTimeText instant={statusUntil} />
        </SoftText>
      )}
      <MemberActions {...{ member, onDone }} />
    </Card>
  );
}

import { Card, Cluster, DateTimeText, DialogAction, PersonChip, SoftText, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { AppealRowFragment } from '../generated/appeals/graphql.js';
import { DecideAppealForm } from './DecideAppealForm.js';

/** An appeal and what follows when it was decided. */
export type AppealCardProps = { readonly appeal: AppealRowFragment; readonly onDone: () => void };

/** What a suspended member says, why they were suspended, and the two ways to decide. */
export function AppealCard({ appeal, onDone }: AppealCardProps): ReactElement {
  const { t } = useTexts();
  const { member, words, appealedAt, viewerActions } = appeal;
  const finish = (close: () => void) => () => {
    close();
    onDone();
  };
  return (
    <Card as="article">
      {member && <PersonChip name={member.displayName} detail={member.studentNumber ?? undefined} />}
      <SoftText isSmall>
        {t('register.appealedAt')} <DateTimeText instant={appealedAt} />
      </SoftText>
      {member?.statusReason && <SoftText>{t('register.reasonIs', { reason: member.statusReason })}</SoftText>}
      {member?.statusUntil && (
        <SoftText isSmall>
          {t('register.untilIs')} <DateTimeText instant={member.statusUntil} />
        </SoftText>
      )}
      <p>{words}</p>
      {viewerActions.length === 0 && <SoftText>{t('register.appealNotYours')}</SoftText>}
      <Cluster>
        <DialogAction {...{ viewerActions }} action="LIFT" label={t('register.lift')}>
          {(close) => <DecideAppealForm appealId={appeal.id} decision="LIFTED" onDone={finish(close)} />}
        </DialogAction>
        <DialogAction {...{ viewerActions }} action="UPHOLD" label={t('register.uphold')}>
          {(close) => <DecideAppealForm appealId={appeal.id} decision="UPHELD" onDone={finish(close)} />}
        </DialogAction>
      </Cluster>
    </Card>
  );
}

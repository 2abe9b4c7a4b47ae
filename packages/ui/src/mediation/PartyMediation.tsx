import type { ReactElement } from 'react';
import { ActionButton } from '../blocks/ActionButton.js';
import { DateTimeText } from '../blocks/DateTimeText.js';
import { Card, Cluster, SoftText, Stack } from '../blocks/Layout.js';
import { Notice } from '../blocks/Notice.js';
import type { Outcome } from '../blocks/ResultNotice.js';
import { useTexts } from '../texts/texts.js';
import { MediationAgreementText, MediationParties, MediationSessions, MediationTerms } from './MediationParts.js';
import { MediationRoom, type WriteInRoom } from './MediationRoom.js';
import { MediationStatusWord } from './MediationStatusWord.js';
import styles from './mediation.module.css';
import type { ShownMediation } from './shown-mediation.js';

/** How a page carries out what a side of a mediation may do. */
export type MediationActs = {
  readonly sign: (mediationId: string, agreementVersion: number) => Promise<Outcome>;
  readonly refuse: (mediationId: string) => Promise<Outcome>;
  readonly withdraw: (mediationId: string) => Promise<Outcome>;
  readonly write: WriteInRoom;
  readonly answer: (mediationId: string, answer: 'KEPT' | 'BROKEN') => Promise<Outcome>;
  /** For a student whom a case worker proposed it to. */
  readonly decide?: (mediationId: string, consents: boolean) => Promise<Outcome>;
};

/** A mediation and what a page does with it. */
export type PartyMediationProps = {
  readonly mediation: ShownMediation;
  readonly acts: MediationActs;
  readonly onChange: () => void;
};

/** A mediation as one of its sides sees it: what to decide now first, then the rooms, then how it stands. */
export function PartyMediation(props: PartyMediationProps): ReactElement {
  const { mediation, acts, onChange } = props;
  return (
    <Stack gap="large">
      <Proposal {...props} />
      <FollowUp {...props} />
      <Invitation {...props} />
      <MediationTerms mediation={mediation} />
      {mediation.rooms.length > 0 && (
        <div className={styles.rooms}>
          {mediation.rooms.map((room) => (
            <MediationRoom key={room.id} {...{ room, onChange }} write={acts.write} />
          ))}
        </div>
      )}
      <MediationSessions mediation={mediation} />
      <Standing {...props} />
    </Stack>
  );
}

function Proposal({ mediation, acts, onChange }: PartyMediationProps): ReactElement | null {
  const { t } = useTexts();
  const { id, viewerActions } = mediation;
  const { decide } = acts;
  if (decide === undefined || !viewerActions.includes('CONSENT')) return null;
  return (
    <Card>
      <h2>{t('mediation.proposalTitle')}</h2>
      <p>{t('mediation.proposalLead')}</p>
      <Cluster>
        <ActionButton
          {...{ viewerActions, onDone: onChange }}
          action="CONSENT"
          look="primary"
          label={t('mediation.consent')}
          onRun={() => decide(id, true)}
        />
        <ActionButton
          {...{ viewerActions, onDone: onChange }}
          action="DECLINE"
          label={t('mediation.decline')}
          onRun={() => decide(id, false)}
        />
      </Cluster>
      <SoftText isSmall>{t('mediation.declineFree')}</SoftText>
    </Card>
  );
}

function Invitation({ mediation, acts, onChange }: PartyMediationProps): ReactElement | null {
  const { t } = useTexts();
  const { id, agreement, viewerActions, invitedUntil, status } = mediation;
  if (!agreement || status !== 'INVITED') return null;
  return (
    <Card>
      <h2>{t('mediation.agreementTitle')}</h2>
      <MediationAgreementText paragraphs={agreement.paragraphs} />
      {invitedUntil && (
        <SoftText>
          {t('mediation.signUntil')} <DateTimeText instant={invitedUntil} show="day" />
        </SoftText>
      )}
      <Cluster>
        <ActionButton
          {...{ viewerActions, onDone: onChange }}
          action="SIGN"
          look="primary"
          label={t('mediation.sign')}
          confirm={{ title: t('mediation.signTitle'), body: t('mediation.signBody'), label: t('mediation.sign') }}
          onRun={() => acts.sign(id, agreement.version)}
        />
        <ActionButton
          {...{ viewerActions, onDone: onChange }}
          action="REFUSE"
          label={t('mediation.refuse')}
          confirm={{ title: t('mediation.refuseTitle'), body: t('mediation.refuseBody'), label: t('mediation.refuse') }}
          onRun={() => acts.refuse(id)}
        />
      </Cluster>
    </Card>
  );
}

function FollowUp({ mediation, acts, onChange }: PartyMediationProps): ReactElement | null {
  const { t } = useTexts();
  const { id, viewerActions, status, viewerFollowUp } = mediation;
  if (status !== 'FOLLOW_UP') return null;
  if (viewerFollowUp) return <Notice tone="good">{t(`mediation.answered.${viewerFollowUp}`)}</Notice>;
  return (
    <Card>
      <h2>{t('mediation.followUpTitle')}</h2>
      <p>{t('mediation.followUpLead')}</p>
      <Cluster>
        <ActionButton
          {...{ viewerActions, onDone: onChange }}
          action="ANSWER_FOLLOW_UP"
          look="primary"
          label={t('mediation.kept')}
          onRun={() => acts.answer(id, 'KEPT')}
        />
        <ActionButton
          {...{ viewerActions, onDone: onChange }}
          action="ANSWER_FOLLOW_UP"
          label={t('mediation.broken')}
          onRun={() => acts.answer(id, 'BROKEN')}
        />
      </Cluster>
    </Card>
  );
}

function Standing({ mediation, acts, onChange }: PartyMediationProps): ReactElement {
  const { t } = useTexts();
  const { id, status, viewerActions, request, unsuitableReason, mediator } = mediation;
  return (
    <Card>
      <h2>{t('mediation.standing')}</h2>
      <Cluster>
        <MediationStatusWord status={status} />
      </Cluster>
      <p>{t(`mediation.next.${status}`)}</p>
      {unsuitableReason && <Notice>{t(`mediation.unsuitable.${unsuitableReason}`)}</Notice>}
      <MediationParties mediation={mediation} />
      {mediator && (
        <p>
          {t('mediation.mediator')}: {mediator}
        </p>
      )}
      {request && (
        <>
          <h3>{t('mediation.why')}</h3>
          <p className={styles.words}>{request}</p>
        </>
      )}
      <Cluster>
        <ActionButton
          {...{ viewerActions, onDone: onChange }}
          action="WITHDRAW"
          look="danger"
          label={t('mediation.withdraw')}
          confirm={{
            title: t('mediation.withdrawTitle'),
            body: t('mediation.withdrawBody'),
            label: t('mediation.withdraw'),
          }}
          onRun={() => acts.withdraw(id)}
        />
      </Cluster>
    </Card>
  );
}

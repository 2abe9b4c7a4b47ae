import { useState, type ReactElement } from 'react';
import { Button, Card, Cluster, DateTimeText, Notice, SoftText, Stack, useTexts } from '@guildhall/ui';
import { useMinutesWords } from '../record/use-minutes-words.js';
import { BadgeFile } from './BadgeFile.js';
import type { HeldCredential } from './credential-documents.js';
import styles from './credentials.module.css';
import { Seal } from './Seal.js';
import { CredentialStatusWord } from './SharedThingView.js';
import { useBothWords } from './use-both-words.js';

/** A credential the viewer holds: what it says, what it rests on, and the signed file. */
export function HeldCredentialCard({ credential }: { readonly credential: HeldCredential }): ReactElement {
  const { t } = useTexts();
  const both = useBothWords();
  const [isOpen, setOpen] = useState(false);
  const { id, achievement, status, issuedAt, expiresAt, endedAt, revokedUnlessMendedAt, evidence } = credential;
  const name = both(achievement.title);
  return (
    <Card>
      <div className={styles.held}>
        <Seal name={achievement.title.en} status={status} />
        <div className={styles.heldBody}>
          <h3>{name}</h3>
          <p>{both(achievement.summary)}</p>
          <SoftText>
            <CredentialStatusWord status={status} /> {t('credentials.issuedOn')}{' '}
            <DateTimeText instant={issuedAt} show="day" />
            {expiresAt && (
              <>
                {' · '}
                {t('credentials.until')} <DateTimeText instant={expiresAt} show="day" />
              </>
            )}
          </SoftText>
          {revokedUnlessMendedAt && (
            <Notice tone="warn">
              {t('credentials.suspendedLead')} <DateTimeText instant={revokedUnlessMendedAt} show="day" />
            </Notice>
          )}
          {endedAt && status === 'REVOKED' && <Notice tone="neutral">{t('credentials.revokedLead')}</Notice>}
          {achievement.skills.length > 0 && (
            <SoftText isSmall>{t('credentials.skills', { skills: achievement.skills.map(both).join(' · ') })}</SoftText>
          )}
          <details>
            <summary>{t('credentials.restsOn', { count: evidence.length })}</summary>
            <EvidenceList evidence={evidence} />
          </details>
          {isOpen ? (
            <BadgeFile credentialId={id} name={achievement.title.en} />
          ) : (
            <Cluster>
              <Button onPress={() => setOpen(true)}>{t('credentials.file', { name })}</Button>
            </Cluster>
          )}
        </div>
      </div>
    </Card>
  );
}

function EvidenceList({ evidence }: Pick<HeldCredential, 'evidence'>): ReactElement {
  const { t } = useTexts();
  const say = useMinutesWords();
  return (
    <Stack gap="small">
      {evidence.map(({ kind, happenedAt, minutes, positionKind, activityKind, isStanding }, index) => (
        <SoftText key={index} isSmall>
          {positionKind ? t(`office.${positionKind}`) : t(`recordKind.${kind}`)}
          {activityKind && ` · ${t(`activityKind.${activityKind}`)}`}
          {' · '}
          <DateTimeText instant={happenedAt} show="day" />
          {minutes != null && ` · ${say(minutes)}`}
          {!isStanding && ` · ${t('credentials.takenBack')}`}
        </SoftText>
      ))}
    </Stack>
  );
}

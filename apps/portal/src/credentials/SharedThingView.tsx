import type { ReactElement } from 'react';
import { DateTimeText, SoftText, StatusBadge, useTexts } from '@guildhall/ui';
import { useMinutesWords } from '../record/use-minutes-words.js';
import styles from './credentials.module.css';
import type { SharedThing } from './shared-documents.js';
import { useBothWords } from './use-both-words.js';

type Evidence = Extract<SharedThing, { readonly __typename: 'SharedEvidence' }>;
type Credential = Extract<SharedThing, { readonly __typename: 'SharedCredential' }>;

const tones = { ISSUED: 'good', SUSPENDED: 'warn', REVOKED: 'danger', EXPIRED: 'neutral' } as const;

/** The state of a credential in words. */
export function CredentialStatusWord({ status }: { readonly status: keyof typeof tones }): ReactElement {
  const { t } = useTexts();
  return <StatusBadge tone={tones[status]}>{t(`credentials.status.${status}`)}</StatusBadge>;
}

/** One thing of a record, exactly as an outsider reads it. */
export function SharedThingView({ thing }: { readonly thing: SharedThing }): ReactElement {
  return thing.__typename === 'SharedEvidence' ? <EvidenceView thing={thing} /> : <CredentialView thing={thing} />;
}

/** What a piece of evidence is called: its thing where it may be seen, otherwise its kind. */
export function useThingTitle(): (thing: SharedThing) => string {
  const { t } = useTexts();
  const both = useBothWords();
  return (thing) => {
    if (thing.__typename === 'SharedCredential') return both(thing.achievement.title);
    const { activity, proposal, path, positionKind, kind } = thing;
    const office = positionKind ? t(`office.${positionKind}`) : t(`recordKind.${kind}`);
    return activity?.title ?? proposal?.title ?? path?.title ?? office;
  };
}

function EvidenceView({ thing }: { readonly thing: Evidence }): ReactElement {
  const { t } = useTexts();
  const title = useThingTitle();
  const say = useMinutesWords();
  const { kind, activityKind, group, happenedAt, until, minutes } = thing;
  return (
    <div className={styles.thing} data-kind="evidence">
      <strong>{title(thing)}</strong>
      <SoftText>
        {t(`recordKind.${kind}`)}
        {activityKind && ` · ${t(`activityKind.${activityKind}`)}`}
        {group?.name !== undefined && ` · ${group.name}`}
        {' · '}
        <DateTimeText instant={happenedAt} show="day" />
        {until && (
          <>
            {' – '}
            <DateTimeText instant={until} show="day" />
          </>
        )}
        {minutes != null && ` · ${say(minutes)}`}
      </SoftText>
    </div>
  );
}

function CredentialView({ thing }: { readonly thing: Credential }): ReactElement {
  const { t } = useTexts();
  const both = useBothWords();
  return (
    <div className={styles.thing} data-kind="credential">
      <strong>{both(thing.achievement.title)}</strong>
      <SoftText>{both(thing.achievement.summary)}</SoftText>
      <SoftText isSmall>
        <CredentialStatusWord status={thing.status} /> {t('credentials.issuedOn')}{' '}
        <DateTimeText instant={thing.issuedAt} show="day" />
        {thing.expiresAt && (
          <>
            {' · '}
            {t('credentials.until')} <DateTimeText instant={thing.expiresAt} show="day" />
          </>
        )}
      </SoftText>
    </div>
  );
}

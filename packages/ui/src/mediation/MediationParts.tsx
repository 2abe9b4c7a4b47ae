import type { ReactElement } from 'react';
import { Card, Cluster, SoftText } from '../blocks/Layout.js';
import { DateTimeText } from '../blocks/DateTimeText.js';
import { StatusBadge } from '../blocks/Notice.js';
import { useTexts } from '../texts/texts.js';
import styles from './mediation.module.css';
import type { ShownMediation } from './shown-mediation.js';

type PartProps = { readonly mediation: Pick<ShownMediation, 'parties' | 'status'> };

/** Who stands on which side, and while they are invited, who signed. */
export function MediationParties({ mediation: { parties, status } }: PartProps): ReactElement {
  const { t } = useTexts();
  return (
    <ul className={styles.list}>
      {parties.map(({ id, kind, name, isViewer, hasSigned, hasJoined }) => (
        <li key={id}>
          <Cluster>
            <strong>{name ?? t('mediation.forgotten')}</strong>
            <span>{t(`mediation.kind.${kind}`)}</span>
            {isViewer && <StatusBadge>{t('mediation.yourSide')}</StatusBadge>}
            {status === 'INVITED' && (
              <StatusBadge tone={hasSigned ? 'good' : 'warn'}>
                {t(`mediation.${signatureOf(hasSigned, hasJoined)}`)}
              </StatusBadge>
            )}
          </Cluster>
        </li>
      ))}
    </ul>
  );
}

function signatureOf(hasSigned: boolean, hasJoined: boolean): 'signed' | 'unsigned' | 'notJoined' {
  if (hasSigned) return 'signed';
  return hasJoined ? 'unsigned' : 'notJoined';
}

/** The agreement to mediate, word for word. */
export function MediationAgreementText({ paragraphs }: { readonly paragraphs: readonly string[] }): ReactElement {
  return (
    <ol className={styles.agreement}>
      {paragraphs.map((paragraph) => (
        <li key={paragraph}>{paragraph}</li>
      ))}
    </ol>
  );
}

/** The meetings that concern the reader; nothing when there are none. */
export function MediationSessions({
  mediation: { sessions },
}: {
  readonly mediation: Pick<ShownMediation, 'sessions'>;
}): ReactElement | null {
  const { t } = useTexts();
  if (sessions.length === 0) return null;
  return (
    <Card>
      <h2>{t('mediation.meetings')}</h2>
      <ul className={styles.list}>
        {sessions.map(({ id, startsAt, place, party }) => (
          <li key={id}>
            <strong>
              <DateTimeText instant={startsAt} />
            </strong>
            <SoftText>
              {place} · {t(`mediation.${meetingWith(party)}`, { name: party?.name ?? '' })}
            </SoftText>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function meetingWith(party: ShownMediation['sessions'][number]['party']): 'meetAll' | 'meetYou' | 'meetSide' {
  if (!party) return 'meetAll';
  return party.isViewer ? 'meetYou' : 'meetSide';
}

/** What the sides agreed on; nothing when they did not. */
export function MediationTerms({
  mediation: { terms, extent },
}: {
  readonly mediation: Pick<ShownMediation, 'terms' | 'extent'>;
}): ReactElement | null {
  const { t } = useTexts();
  if (terms.length === 0) return null;
  return (
    <Card>
      <h2>{t('mediation.terms')}</h2>
      {extent && <p>{t(`mediation.extent.${extent}`)}</p>}
      <ol className={styles.agreement}>
        {terms.map(({ id, text, dueOn, owedBy }) => (
          <li key={id}>
            {text}
            <SoftText isSmall>
              {owedBy?.isViewer ? t('mediation.youOwe') : t('mediation.owedBy', { name: owedBy?.name ?? '' })} ·{' '}
              <DateTimeText instant={`${dueOn}T12:00:00.000Z`} show="day" />
            </SoftText>
          </li>
        ))}
      </ol>
      <SoftText>{t('mediation.noSecrecy')}</SoftText>
    </Card>
  );
}

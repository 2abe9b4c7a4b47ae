import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { Card, DateTimeText, SoftText, useTexts } from '@guildhall/ui';
import { EntryFacts } from './EntryFacts.js';
import { EntryTitle } from './EntryTitle.js';
import type { ShownTerm } from './growth-document.js';
import type { HelpedWith } from './helped-with.js';
import type { ShownEntry } from './record-documents.js';
import styles from './record.module.css';
import { useMinutesWords } from './use-minutes-words.js';

/** One term: its four sides, and the skills they show with the evidence behind each. */
export function TermCard({
  term,
  label,
  helped,
}: {
  readonly term: ShownTerm;
  readonly label: string;
  readonly helped: readonly HelpedWith[];
}): ReactElement {
  const { t } = useTexts();
  const say = useMinutesWords();
  const { key, did, learned, led, skills } = term;
  return (
    <Card>
      <h2>{label}</h2>
      <div className={styles.sides}>
        <Side title={t('growth.did')} strand={did} term={key}>
          {did.minutes > 0 && <SoftText>{t('growth.served', { time: say(did.minutes) })}</SoftText>}
        </Side>
        <Side title={t('growth.learned')} strand={learned} term={key} />
        <Side title={t('growth.led')} strand={led} term={key} />
        <Helped helped={helped} />
      </div>
      {skills.length > 0 && <Skills skills={skills} />}
    </Card>
  );
}

function Side({
  title,
  strand: { count, evidence },
  term,
  children,
}: {
  readonly title: string;
  readonly strand: { readonly count: number; readonly evidence: readonly ShownEntry[] };
  readonly term: string;
  readonly children?: ReactNode;
}): ReactElement | null {
  const { t } = useTexts();
  if (count === 0) return null;
  return (
    <section className={styles.side} aria-label={title}>
      <h3>{title}</h3>
      {children}
      <Evidence evidence={evidence} />
      {count > evidence.length && (
        <Link to="/record" search={{ term }}>
          {t('growth.more', { count: count - evidence.length })}
        </Link>
      )}
    </section>
  );
}

function Helped({ helped }: { readonly helped: readonly HelpedWith[] }): ReactElement | null {
  const { t } = useTexts();
  if (helped.length === 0) return null;
  return (
    <section className={styles.side} aria-label={t('growth.helped')}>
      <h3>{t('growth.helped')}</h3>
      <ul className={styles.list}>
        {helped.map(({ id, title, completedAt }) => (
          <li key={id}>
            {title}
            <SoftText>
              <DateTimeText instant={completedAt} show="day" />
            </SoftText>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Skills({ skills }: { readonly skills: ShownTerm['skills'] }): ReactElement {
  const { t } = useTexts();
  return (
    <section className={styles.skills} aria-label={t('growth.skills')}>
      <h3>{t('growth.skills')}</h3>
      <div className={styles.sides}>
        {skills.map(({ skill, count, evidence }) => (
          <div key={skill.id} className={styles.side}>
            <strong>{skill.name}</strong>
            <SoftText>{skill.summary}</SoftText>
            <Evidence evidence={evidence} />
            {count > evidence.length && <SoftText>{t('growth.more', { count: count - evidence.length })}</SoftText>}
          </div>
        ))}
      </div>
    </section>
  );
}

function Evidence({ evidence }: { readonly evidence: readonly ShownEntry[] }): ReactElement {
  return (
    <ul className={styles.list}>
      {evidence.map((entry) => (
        <li key={entry.id}>
          <EntryTitle entry={entry} />
          <EntryFacts entry={entry} />
        </li>
      ))}
    </ul>
  );
}

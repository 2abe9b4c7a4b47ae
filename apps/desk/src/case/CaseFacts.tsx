import { Card, Cluster, DateTimeText, SoftText, StatusBadge, useTexts } from '@guildhall/ui';
import type { ReactElement, ReactNode } from 'react';
import type { CaseFile } from './CasePage.js';
import { CaseBadges } from './CaseBadges.js';
import { DeadlineLine } from './DeadlineLine.js';

/** Who it is about, in the student's words, what was promised by when, and how it came out. */
export function CaseFacts({ item, children }: { readonly item: CaseFile; readonly children: ReactNode }): ReactElement {
  const { t } = useTexts();
  const parties = item.otherParties ?? [];
  return (
    <Card>
      <h2>{item.contactName ?? t(item.narrative ? 'case.student' : 'case.erasedName')}</h2>
      <CaseBadges item={item} />
      <SoftText isSmall>
        {t('case.openedAt')} <DateTimeText instant={item.openedAt} />
      </SoftText>
      <h3>{t('case.narrative')}</h3>
      <Words text={item.narrative} />
      {parties.length > 0 && (
        <SoftText>{t('case.otherParties', { names: parties.join(t('case.listSeparator')) })}</SoftText>
      )}
      <Deadlines item={item} />
      {item.outcome && (
        <>
          <h3>{t('case.outcome')}</h3>
          <Cluster>
            <StatusBadge tone="good">{t(`outcome.${item.outcome}`)}</StatusBadge>
          </Cluster>
          <Words text={item.outcomeSummary} />
        </>
      )}
      {children}
    </Card>
  );
}

function Words({ text }: { readonly text?: string | null }): ReactElement {
  const { t } = useTexts();
  return text ? <p>{text}</p> : <SoftText>{t('case.erasedWords')}</SoftText>;
}

function Deadlines({ item }: { readonly item: CaseFile }): ReactElement | null {
  const { t } = useTexts();
  if (item.deadlines.length === 0) return null;
  return (
    <>
      <h3>{t('case.deadlines')}</h3>
      {item.deadlines.map((deadline) => (
        <DeadlineLine key={deadline.id} deadline={deadline} />
      ))}
    </>
  );
}

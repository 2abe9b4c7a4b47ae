import type { ReactElement } from 'react';
import {
  Card,
  EmptyState,
  Notice,
  Page,
  QueryView,
  SignedIn,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { LearningSections } from '../learning/LearningSections.js';
import type { MyGrowthQuery } from '../generated/graphql.js';
import { growthDocument } from './growth-document.js';
import { GrowthGarden } from './GrowthGarden.js';
import { helpedInTerm, helpedWith } from './helped-with.js';
import { RecordSections } from './RecordSections.js';
import { TermCard } from './TermCard.js';
import { useTermWords } from './use-term-words.js';

export { words } from './words.js';

/** What the viewer did, learned, led and helped with, by term, and the skills it shows: never a score. */
export function GrowthPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('growth.title')} lead={t('growth.lead')}>
      <Stack>
        <LearningSections current="/record" />
        <RecordSections current="/record/growth" />
        <SignedIn>
          <Mine />
        </SignedIn>
      </Stack>
    </Page>
  );
}

function Mine(): ReactElement {
  const { t, language } = useTexts();
  const query = useGraphQuery(growthDocument, { language });
  return (
    <QueryView
      query={query}
      isEmpty={({ viewer }) => viewer.member == null}
      empty={
        <EmptyState picture="door" title={t('growth.members')}>
          {t('growth.membersLead')}
        </EmptyState>
      }
    >
      {({ viewer }) => <Growth viewer={viewer} />}
    </QueryView>
  );
}

function Growth({ viewer: { member, helpDesk } }: { readonly viewer: MyGrowthQuery['viewer'] }): ReactElement {
  const { t } = useTexts();
  const sayTerm = useTermWords();
  const growth = member?.growth;
  if (growth == null) return <Notice tone="warn">{t('growth.silent')}</Notice>;
  const helped = helpedWith(helpDesk);
  const terms = growth.map((term) => ({ term, label: sayTerm(term), helped: helpedInTerm(helped, term) }));
  return (
    <Stack gap="large">
      {helpDesk === null && <Notice tone="warn">{t('growth.helpSilent')}</Notice>}
      <Card>
        <h2>{t('growth.plot')}</h2>
        <GrowthGarden
          terms={terms.toReversed().map(({ term, label, helped: { length } }) => ({
            key: term.key,
            label,
            counts: { did: term.did.count, learned: term.learned.count, led: term.led.count, helped: length },
          }))}
        />
        <SoftText>{t('growth.noScore')}</SoftText>
      </Card>
      {terms.map(({ term, label, helped: inTerm }) => (
        <TermCard key={term.key} term={term} label={label} helped={inTerm} />
      ))}
    </Stack>
  );
}

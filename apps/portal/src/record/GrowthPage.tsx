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
import { growthDocument, type ShownTerm } from './growth-document.js';
import { growthSides, type TermCounts } from './growth-garden.js';
import { GrowthGarden } from './GrowthGarden.js';
import { helpedInTerm, helpedWith, type HelpedWith } from './helped-with.js';
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
  const terms = growth.map((term) => plotted(term, sayTerm(term), helpedInTerm(helped, term)));
  const first = terms.findLastIndex(({ counts }) => isLived(counts));
  if (first === -1)
    return (
      <EmptyState picture="shelf" title={t('record.none')}>
        {t('record.noneLead')}
      </EmptyState>
    );
  return (
    <Stack gap="large">
      {helpDesk === null && <Notice tone="warn">{t('growth.helpSilent')}</Notice>}
      <Card>
        <h2>{t('growth.plot')}</h2>
        <GrowthGarden terms={terms.slice(0, Math.max(first + 1, termsMin)).toReversed()} />
        <SoftText>{t('growth.noScore')}</SoftText>
      </Card>
      {terms
        .filter(({ counts }) => isLived(counts))
        .map(({ key, term, label, helped: inTerm }) => (
          <TermCard key={key} term={term} label={label} helped={inTerm} />
        ))}
    </Stack>
  );
}

/** How many terms the plot has at least: one alone says nothing of growing. */
const termsMin = 3;

const isLived = (counts: TermCounts): boolean => growthSides.some((side) => counts[side] > 0);

function plotted(term: ShownTerm, label: string, helped: readonly HelpedWith[]) {
  const { key, did, learned, led } = term;
  const counts: TermCounts = { did: did.count, learned: learned.count, led: led.count, helped: helped.length };
  return { key, term, label, helped, counts };
}

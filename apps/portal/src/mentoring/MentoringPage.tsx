import { useState, type ReactElement } from 'react';
import { Page, QueryView, SignedIn, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { LearningSections } from '../learning/LearningSections.js';
import { FindMentors } from './FindMentors.js';
import { myMentoringDocument } from './mentor-documents.js';
import { MyOffer } from './MyOffer.js';
import { MyPairs } from './MyPairs.js';
import { Suggestions } from './Suggestions.js';

export { words } from './words.js';

/** Mentors to find, what the viewer offers, and the pairs they are one of. */
export function MentoringPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('mentoring.title')} lead={t('mentoring.lead')}>
      <Stack gap="large">
        <LearningSections current="/mentoring" />
        <SignedIn>
          <Own />
        </SignedIn>
      </Stack>
    </Page>
  );
}

function Own(): ReactElement {
  const [topics, setTopics] = useState<readonly string[]>([]);
  const [asks, setAsks] = useState(0);
  const query = useGraphQuery(myMentoringDocument, { topics });
  const onChange = (): void => {
    query.reload();
    setAsks((before) => before + 1);
  };
  return (
    <Stack gap="large">
      <MyPairs {...{ asks }} onChange={query.reload} />
      <QueryView query={query}>
        {({ viewer }) => (
          <Stack gap="large">
            <Suggestions
              suggestions={viewer.mentorSuggestions ?? []}
              topics={topics}
              onTopics={setTopics}
              onChange={onChange}
            />
            <MyOffer offer={viewer.mentorOffer ?? undefined} onChange={query.reload} />
          </Stack>
        )}
      </QueryView>
      <FindMentors onChange={onChange} />
    </Stack>
  );
}

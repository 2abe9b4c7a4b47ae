import { Link } from '@tanstack/react-router';
import { Suspense, type ReactElement } from 'react';
import {
  buttonClass,
  EmptyState,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { LearningSections } from '../learning/LearningSections.js';
import { words as quizWords } from '../quiz/words.js';
import { recallDocument, type ShownRecall } from './recall-documents.js';
import { lazyPart } from '../parts/lazy-part.js';
import { RecallSession } from './RecallSession.js';
import { words as recallWords } from './words.js';

// Below the questions, and so after them.
const RecallAhead = lazyPart(() => import('./RecallAhead.js'), 'RecallAhead');
const RecallWishes = lazyPart(() => import('./RecallWishes.js'), 'RecallWishes');

/** The words of this page and of the questions on it. */
export const words = [recallWords, quizWords];

/** What was learned and is due again today, and how much comes back in the next two weeks. */
export function RecallPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('recall.title')} lead={t('recall.lead')}>
      <LearningSections current="/learning/review" />
      <SignedIn>
        <RecallView />
      </SignedIn>
    </Page>
  );
}

function RecallView(): ReactElement {
  const query = useGraphQuery(recallDocument, {});
  const { t } = useTexts();
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="26rem" />}
      isEmpty={({ viewer }) => (viewer.recall?.cardCount ?? 0) === 0}
      empty={
        <EmptyState
          title={t('recall.none')}
          action={
            <Link className={buttonClass} data-look="primary" to="/learning">
              {t('recall.toPaths')}
            </Link>
          }
        >
          {t('recall.noneLead')}
        </EmptyState>
      }
    >
      {({ viewer: { recall } }) => recall && <RecallParts recall={recall} onChange={query.reload} />}
    </QueryView>
  );
}

type RecallPartsProps = { readonly recall: ShownRecall; readonly onChange: () => void };

function RecallParts({ recall, onChange }: RecallPartsProps): ReactElement {
  return (
    <Stack gap="large">
      <RecallSession recall={recall} onRated={onChange} />
      <Suspense fallback={<Skeleton height="18rem" />}>
        <RecallAhead recall={recall} />
        <RecallWishes recall={recall} onChange={onChange} />
      </Suspense>
    </Stack>
  );
}

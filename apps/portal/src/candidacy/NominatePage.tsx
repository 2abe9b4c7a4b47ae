import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import {
  DateTimeText,
  EmptyState,
  Notice,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { usePlaceParam } from '../parts/use-place.js';
import { nominationsDocument, type ShownNominations } from './nominate-documents.js';
import { NominateForm, type Nominated } from './NominateForm.js';

export { words } from './words.js';

/** Nominates a member, or oneself, for a seat of an election. */
export function NominatePage(): ReactElement {
  const { t } = useTexts();
  const electionId = usePlaceParam('electionId');
  const query = useGraphQuery(nominationsDocument, { id: electionId });
  const { data } = query;
  return (
    <Page
      title={t('candidacy.nominateTitle')}
      lead={
        data?.election && (
          <Link to="/elections/$electionId" params={{ electionId }}>
            {data.election.title}
          </Link>
        )
      }
    >
      <SignedIn>
        <QueryView
          query={query}
          skeleton={<Skeleton height="24rem" />}
          isEmpty={({ election }) => !election}
          empty={<EmptyState title={t('candidacy.noElection')}>{t('candidacy.noElectionLead')}</EmptyState>}
        >
          {({ election }) => election && <Nominations election={election} />}
        </QueryView>
      </SignedIn>
    </Page>
  );
}

function Nominations({ election }: { readonly election: ShownNominations }): ReactElement {
  const { t } = useTexts();
  const [nominated, setNominated] = useState<Nominated>();
  const { viewerActions, schedule } = election;
  return (
    <Stack>
      <div role="status">{nominated && <Done nominated={nominated} />}</div>
      {viewerActions.includes('NOMINATE') ? (
        <>
          <p>
            {t('candidacy.openUntil')} <DateTimeText instant={schedule.nominationsCloseAt} isRelative />
          </p>
          {/* A new form after each nomination, so that the next begins empty. */}
          <NominateForm key={nominated?.key ?? 0} election={election} onDone={setNominated} />
        </>
      ) : (
        <EmptyState picture="door" title={t('candidacy.notNow')}>
          {t('candidacy.notNowLead')} <DateTimeText instant={schedule.nominationsOpenAt} /> –{' '}
          <DateTimeText instant={schedule.nominationsCloseAt} />
        </EmptyState>
      )}
    </Stack>
  );
}

function Done({ nominated: { position, name } }: { readonly nominated: Nominated }): ReactElement {
  const { t } = useTexts();
  return (
    <Notice tone="good">
      <span>
        {name === undefined ? t('candidacy.youStand', { position }) : t('candidacy.theyAreAsked', { position, name })}
      </span>
      {name === undefined && <Link to="/candidacies">{t('candidacy.writeNow')}</Link>}
    </Notice>
  );
}

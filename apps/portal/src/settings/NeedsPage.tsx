import { useState, type ReactElement } from 'react';
import {
  ActionButton,
  Card,
  DateTimeText,
  EmptyState,
  Notice,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { graphql, withFaults } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { NeedsForm } from './NeedsForm.js';
import { needsDocument, type OwnNeeds } from './needs-document.js';

export { words } from './words.js';

const eraseDocument = withFaults(
  graphql(`
    mutation EraseNeeds {
      eraseNeeds(input: { confirm: true }) {
        __typename
        ...Fault
      }
    }
  `),
);

/** What the viewer needs in order to take part: written once, seen by nobody until they allow it. */
export function NeedsPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('needs.title')} lead={t('needs.lead')}>
      <SignedIn>
        <Needs />
      </SignedIn>
    </Page>
  );
}

function Needs(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(needsDocument, {});
  const [done, setDone] = useState<{ readonly what: 'saved' | 'erased'; readonly times: number }>();
  const after = (what: 'saved' | 'erased') => (): void => {
    setDone((known) => ({ what, times: (known?.times ?? 0) + 1 }));
    query.reload();
  };
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="50rem" />}
      isEmpty={({ viewer }) => viewer.ownNeedsActions.length === 0}
      empty={<EmptyState title={t('needs.none')}>{t('needs.noneLead')}</EmptyState>}
    >
      {({ viewer }) => (
        <Stack>
          {done && <Notice tone="good">{t(`needs.${done.what}`)}</Notice>}
          <WhoSees />
          {viewer.ownNeedsActions.includes('WRITE') && (
            <NeedsForm key={formKey(viewer, done)} needs={viewer.needs ?? null} onDone={after('saved')} />
          )}
          {viewer.needs && <Erase viewer={viewer} onDone={after('erased')} />}
        </Stack>
      )}
    </QueryView>
  );
}

/** The form begins anew when the profile is erased, and keeps what is typed otherwise. */
function formKey({ needs }: OwnNeeds, done: { readonly what: string; readonly times: number } | undefined): string {
  return done?.what === 'erased' && !needs ? `erased-${done.times}` : 'written';
}

function WhoSees(): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('needs.who')}</h2>
      <ul>
        {(['you', 'officers', 'lead', 'others'] as const).map((each) => (
          <li key={each}>{t(`needs.whoSees.${each}`)}</li>
        ))}
      </ul>
      <h2>{t('needs.when')}</h2>
      <p>{t('needs.whenErased')}</p>
    </Card>
  );
}

function Erase({ viewer, onDone }: { readonly viewer: OwnNeeds; readonly onDone: () => void }): ReactElement {
  const { t } = useTexts();
  const erase = useAction(eraseDocument, (data) => data.eraseNeeds);
  return (
    <Card>
      <h2>{t('needs.eraseTitle')}</h2>
      {viewer.needs && (
        <SoftText>
          {t('needs.updated')} <DateTimeText instant={viewer.needs.updatedAt} show="day" />
        </SoftText>
      )}
      <ActionButton
        viewerActions={viewer.ownNeedsActions}
        action="ERASE"
        label={t('needs.erase')}
        look="danger"
        confirm={{ title: t('needs.eraseTitle'), body: t('needs.eraseBody'), label: t('needs.erase') }}
        onRun={() => erase({})}
        onDone={onDone}
      />
    </Card>
  );
}

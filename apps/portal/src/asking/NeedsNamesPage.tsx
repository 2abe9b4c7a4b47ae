import { useState, type ReactElement } from 'react';
import {
  ActionButton,
  Card,
  EmptyState,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { ReadActivityNeedsMutation } from '../generated/graphql.js';
import { useAction } from '../graph/use-action.js';
import { Facts } from '../parts/Facts.js';
import { usePlaceParam } from '../parts/use-place.js';
import { askingDocument, readActivityNeedsDocument } from './asking-documents.js';
import { NeedsFigures } from './NeedsFigures.js';

export { words } from './words.js';

type Shared = Extract<
  ReadActivityNeedsMutation['readActivityNeeds'],
  { readonly __typename: 'ReadActivityNeedsSuccess' }
>['shared'];

/** Who needs what at an activity, for its welfare lead. Reading is an act: each person is told of it. */
export function NeedsNamesPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('asking.names')} lead={t('asking.namesLead')}>
      <SignedIn>
        <Names activityId={usePlaceParam('activityId')} />
      </SignedIn>
    </Page>
  );
}

function Names({ activityId }: { readonly activityId: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(askingDocument, { id: activityId });
  const read = useAction(readActivityNeedsDocument, (data) => data.readActivityNeeds);
  const [shared, setShared] = useState<Shared>();
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="16rem" />}
      isEmpty={({ activity }) => !activity?.needsActions?.includes('READ_NAMES')}
      empty={<EmptyState title={t('asking.notYours')}>{t('asking.namesNotYours')}</EmptyState>}
    >
      {({ activity }) => (
        <Stack>
          {activity?.needs && (
            <Card>
              <NeedsFigures needs={activity.needs} />
            </Card>
          )}
          {shared === undefined ? (
            <ActionButton
              viewerActions={activity?.needsActions ?? []}
              action="READ_NAMES"
              look="primary"
              label={t('asking.readNames')}
              confirm={{ title: t('asking.names'), body: t('asking.readNamesBody'), label: t('asking.readNames') }}
              onRun={async () => {
                const outcome = await read({ input: { activityId } });
                if (outcome.result?.__typename === 'ReadActivityNeedsSuccess') setShared(outcome.result.shared);
                return outcome;
              }}
            />
          ) : (
            <SharedList shared={shared} />
          )}
        </Stack>
      )}
    </QueryView>
  );
}

function SharedList({ shared }: { readonly shared: Shared }): ReactElement {
  const { t } = useTexts();
  if (shared.length === 0) return <EmptyState title={t('asking.nobodyNeeds')}>{t('asking.nobodyShares')}</EmptyState>;
  return (
    <Stack>
      {shared.map(({ member, needs, dietNote, accessNote, languageNote }, index) => (
        <Card key={member?.id ?? index} as="article">
          <h2>{member?.displayName ?? t('asking.somebody')}</h2>
          <ul>
            {needs.map((need) => (
              <li key={need}>{t(`needs.need.${need}`)}</li>
            ))}
          </ul>
          <Facts
            facts={[
              { name: t('needs.dietNote'), value: dietNote },
              { name: t('needs.accessNote'), value: accessNote },
              { name: t('needs.languageNote'), value: languageNote },
            ]}
          />
        </Card>
      ))}
    </Stack>
  );
}

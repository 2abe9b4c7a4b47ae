import type { ReactElement } from 'react';
import {
  Card,
  DateTimeText,
  EmptyState,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { PersonQuery } from '../generated/graphql.js';
import { graphql, withFragments } from '../graph/graphql.js';
import { WriteButton } from '../messages/WriteButton.js';
import { Facts, type Fact } from '../parts/Facts.js';
import { Prose } from '../parts/Rows.js';
import { usePlaceParam } from '../parts/use-place.js';
import { tieFragment } from './tie-documents.js';
import { TieActions } from './TieActions.js';

export { words } from './words.js';

const document = withFragments(
  graphql(`
    query Person($id: ID!) {
      member(id: $id) {
        id
        displayName
        pronouns
        bio
        interests
        skills
        languages
        faculty
        programme
        level
        year
        tie {
          ...ShownTie
        }
      }
    }
  `),
  tieFragment,
);

/** Another member, as far as they let the viewer know them. */
export function PersonPage(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(document, { id: usePlaceParam('memberId') });
  const person = query.data?.member;
  return (
    <Page title={person?.displayName ?? t('person.title')} lead={person?.pronouns ?? undefined}>
      <SignedIn>
        <QueryView
          query={query}
          skeleton={<Skeleton height="20rem" />}
          isEmpty={({ member }) => member === null || member === undefined}
          empty={
            <EmptyState picture="door" title={t('person.missing')}>
              {t('person.missingLead')}
            </EmptyState>
          }
        >
          {({ member }) => member && <About person={member} onChange={query.reload} />}
        </QueryView>
      </SignedIn>
    </Page>
  );
}

type Person = NonNullable<PersonQuery['member']>;

function About({ person, onChange }: { readonly person: Person; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const list = (texts: readonly string[] | null | undefined): string => (texts ?? []).join(', ');
  const facts: readonly Fact[] = [
    { name: t('profile.interests'), value: list(person.interests) },
    { name: t('profile.skills'), value: list(person.skills) },
    { name: t('profile.languages'), value: list(person.languages) },
    { name: t('profile.faculty'), value: person.faculty },
    { name: t('profile.programme'), value: person.programme },
    { name: t('profile.level'), value: person.level && t(`studyLevel.${person.level}`) },
    { name: t('profile.year'), value: person.year },
  ];
  return (
    <Stack>
      <Card>
        {person.bio && <Prose>{person.bio}</Prose>}
        {!person.displayName && <SoftText>{t('person.unnamed')}</SoftText>}
        <Facts facts={facts} />
        <SoftText isSmall>{t('person.chosen')}</SoftText>
      </Card>
      {person.tie && <Between memberId={person.id} tie={person.tie} onChange={onChange} />}
    </Stack>
  );
}

type BetweenProps = {
  readonly memberId: string;
  readonly tie: NonNullable<Person['tie']>;
  readonly onChange: () => void;
};

/** What is between the viewer and the person, and what can be done about it. */
function Between({ memberId, tie, onChange }: BetweenProps): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('people.between')}</h2>
      <p>
        {t(`people.state.${tie.state}`)} {tie.knownAs}
      </p>
      {tie.message && <Prose>{tie.message}</Prose>}
      {tie.expiresAt && (
        <SoftText isSmall>
          {t('people.until')} <DateTimeText instant={tie.expiresAt} show="day" />
        </SoftText>
      )}
      {tie.state === 'CONNECTED' && <WriteButton memberId={memberId} />}
      <TieActions memberId={memberId} viewerActions={tie.viewerActions} onDone={onChange} />
    </Card>
  );
}

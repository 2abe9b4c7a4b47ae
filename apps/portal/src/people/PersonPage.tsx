import type { ReactElement } from 'react';
import {
  Card,
  EmptyState,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  SoftText,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { PersonQuery } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';
import { Facts, type Fact } from '../parts/Facts.js';
import { Prose } from '../parts/Rows.js';
import { usePlaceParam } from '../parts/use-place.js';

export { words } from './words.js';

const document = graphql(`
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
    }
  }
`);

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
          {({ member }) => member && <About person={member} />}
        </QueryView>
      </SignedIn>
    </Page>
  );
}

function About({ person }: { readonly person: NonNullable<PersonQuery['member']> }): ReactElement {
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
    <Card>
      {person.bio && <Prose>{person.bio}</Prose>}
      <Facts facts={facts} />
      <SoftText isSmall>{t('person.chosen')}</SoftText>
    </Card>
  );
}

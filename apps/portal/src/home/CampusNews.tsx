import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { QueryView, SkeletonList, SoftText, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';

const document = graphql(`
  query CampusNews {
    pinnedCampusPosts {
      id
      body
      language
    }
    campusPosts(first: 3) {
      edges {
        node {
          id
          kind
          body
          language
        }
      }
    }
  }
`);

const lengthMax = 160;

/** What stands at the top of the campus space, and what was written there last. */
export function CampusNews(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(document, {});
  return (
    <section>
      <Stack>
        <h2>{t('home.campus')}</h2>
        <QueryView query={query} skeleton={<SkeletonList count={2} height="4rem" />}>
          {({ pinnedCampusPosts, campusPosts }) => {
            const top = new Set((pinnedCampusPosts ?? []).map(({ id }) => id));
            const latest = (campusPosts?.edges ?? []).map(({ node }) => node).filter(({ id }) => !top.has(id));
            const posts = [...(pinnedCampusPosts ?? []), ...latest];
            if (posts.length === 0) return <SoftText>{t('home.campusNothing')}</SoftText>;
            return (
              <ul>
                {posts.map(({ id, body, language }) => (
                  <li key={id}>
                    <Link to="/campus/$postId" params={{ postId: id }} lang={language}>
                      {body.length > lengthMax ? `${body.slice(0, lengthMax)}…` : body}
                    </Link>
                  </li>
                ))}
              </ul>
            );
          }}
        </QueryView>
        <p>
          <Link to="/campus">{t('home.campusAll')}</Link>
        </p>
      </Stack>
    </section>
  );
}

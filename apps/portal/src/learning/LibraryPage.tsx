import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Card, Cluster, SoftText, StatusBadge, useTexts } from '@guildhall/ui';
import type { LibraryQuery } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';
import { ListPage } from '../parts/ListPage.js';
import { asResourceKind, resourceKinds } from './kinds.js';

export { words } from './words.js';

const document = graphql(`
  query Library($search: String, $kind: ResourceKind, $after: String) {
    resources(first: 18, search: $search, kind: $kind, after: $after, status: PUBLISHED) {
      edges {
        node {
          id
          title
          summary
          kind
          language
          subject
        }
        highlight {
          excerpt {
            text
            isMatch
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The library, searched by words and kind. */
export function LibraryPage(): ReactElement {
  return (
    <ListPage
      words="library"
      to="/library"
      kinds={resourceKinds}
      kindWords="resourceKind"
      document={document}
      variablesFor={({ search, kind }, after) => ({ search, kind: asResourceKind(kind), after })}
      pick={({ resources }) => resources}
      keyOf={({ node }) => node.id}
    >
      {(edge) => <ResourceCard edge={edge} />}
    </ListPage>
  );
}

type ResourceCardProps = { readonly edge: NonNullable<LibraryQuery['resources']>['edges'][number] };

/** A resource; where it was found by words, the passage with them. */
function ResourceCard({ edge: { node, highlight } }: ResourceCardProps): ReactElement {
  const { t } = useTexts();
  return (
    <Card as="article">
      <Cluster>
        <StatusBadge>{t(`resourceKind.${node.kind}`)}</StatusBadge>
        <SoftText isSmall>{node.subject}</SoftText>
      </Cluster>
      <h2 lang={node.language}>
        <Link to="/library/$resourceId" params={{ resourceId: node.id }}>
          {node.title}
        </Link>
      </h2>
      <p lang={node.language}>
        {highlight
          ? highlight.excerpt.map(({ text, isMatch }, index) => (isMatch ? <mark key={index}>{text}</mark> : text))
          : node.summary}
      </p>
    </Card>
  );
}

import type { ReactElement } from 'react';
import { Button, Cluster, SoftText, Stack, useTexts } from '@guildhall/ui';
import { PostCard } from './PostCard.js';
import type { ShownPost } from './post-documents.js';

type Props = {
  readonly pinned: readonly ShownPost[];
  readonly page: {
    readonly edges: readonly { readonly node: ShownPost }[];
    readonly pageInfo: { readonly hasNextPage: boolean };
  };
  readonly onChange: () => void;
  /** Absent when no more can be shown at once. */
  readonly onMore: (() => void) | undefined;
};

/** The posts of a space: the notices at its top first, the others after them, each once. */
export function PostList({ pinned, page, onChange, onMore }: Props): ReactElement {
  const { t } = useTexts();
  const atTop = new Set(pinned.map(({ id }) => id));
  const others = page.edges.map(({ node }) => node).filter(({ id }) => !atTop.has(id));
  return (
    <Stack>
      {atTop.size + others.length === 0 && <SoftText>{t('posts.none')}</SoftText>}
      {[...pinned, ...others].map((post) => (
        <PostCard key={post.id} post={post} onChange={onChange} />
      ))}
      {page.pageInfo.hasNextPage && onMore !== undefined && (
        <Cluster>
          <Button onPress={onMore}>{t('table.loadMore')}</Button>
        </Cluster>
      )}
    </Stack>
  );
}

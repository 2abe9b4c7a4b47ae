import { Suspense, useState, type ReactElement } from 'react';
import { QueryView, Skeleton, SkeletonList, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { PostList } from '../campus/PostList.js';
import { groupPostsDocument } from '../campus/post-documents.js';
import { lazyPart } from '../parts/lazy-part.js';

/** Loaded where somebody may write: most come to read. */
const WritePost = lazyPart(() => import('../campus/WritePost.js'), 'WritePost');

const pageSize = 10;

/** What the people of a group write to each other; there for them alone. */
export function Posts({ groupId }: { readonly groupId: string }): ReactElement {
  const { t } = useTexts();
  const [count, setCount] = useState(pageSize);
  const query = useGraphQuery(groupPostsDocument, { id: groupId, first: count });
  return (
    <section>
      <Stack>
        <h2>{t('posts.title')}</h2>
        <QueryView query={query} skeleton={<SkeletonList count={2} height="6rem" />}>
          {({ group }) =>
            group && (
              <Stack>
                {group.postKinds.length > 0 && (
                  <Suspense fallback={<Skeleton height="4rem" />}>
                    <WritePost groupId={groupId} kinds={group.postKinds} onDone={query.reload} />
                  </Suspense>
                )}
                <PostList
                  pinned={group.pinnedPosts}
                  page={group.posts}
                  onChange={query.reload}
                  onMore={count < 100 ? () => setCount(Math.min(count + pageSize, 100)) : undefined}
                />
              </Stack>
            )
          }
        </QueryView>
      </Stack>
    </section>
  );
}

import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import {
  EmptyState,
  Notice,
  Page,
  QueryView,
  SignedIn,
  SkeletonList,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { PostKind } from '../generated/graphql.js';
import { FilterChoice } from '../parts/FilterChoice.js';
import styles from '../parts/parts.module.css';
import { oneOf, postKinds } from './kinds.js';
import { PostList } from './PostList.js';
import { campusPostsDocument, campusSpaceDocument } from './post-documents.js';
import { WritePost } from './WritePost.js';

export { words } from './words.js';

const pageSize = 10;
const nothing = { edges: [], pageInfo: { hasNextPage: false } };

type Choice = { readonly kind: PostKind | undefined; readonly language: string | undefined };

/** What members write to the whole union. */
export function CampusPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('talk.campus')} lead={t('talk.campusLead')}>
      <SignedIn>
        <Space />
      </SignedIn>
    </Page>
  );
}

function Space(): ReactElement {
  const { t } = useTexts();
  const [count, setCount] = useState(pageSize);
  const [choice, setChoice] = useState<Choice>({ kind: undefined, language: undefined });
  const space = useGraphQuery(campusSpaceDocument, {});
  const posts = useGraphQuery(campusPostsDocument, { first: count, ...choice });
  const isNarrowed = choice.kind !== undefined || choice.language !== undefined;
  return (
    <QueryView
      query={space}
      skeleton={<SkeletonList count={3} height="9rem" />}
      isEmpty={({ viewer }) => viewer.campusPostKinds.length === 0}
      empty={
        <EmptyState picture="door" title={t('talk.membersOnly')}>
          {t('talk.membersOnlyLead')}
        </EmptyState>
      }
    >
      {({ viewer }) => (
        <Stack gap="large">
          {viewer.raiseRequests.map(({ id, post }) => post && <Asked key={id} post={post} />)}
          <WritePost kinds={viewer.campusPostKinds} onDone={posts.reload} />
          <ChoiceBar choice={choice} onChoose={setChoice} />
          {/* A view of its own: what is being written above outlives another choice. */}
          <QueryView query={posts} skeleton={<SkeletonList count={3} height="9rem" />}>
            {({ pinnedCampusPosts, campusPosts }) => (
              <PostList
                pinned={isNarrowed ? [] : (pinnedCampusPosts ?? [])}
                page={campusPosts ?? nothing}
                onChange={posts.reload}
                onMore={count < 100 ? () => setCount(Math.min(count + pageSize, 100)) : undefined}
              />
            )}
          </QueryView>
        </Stack>
      )}
    </QueryView>
  );
}

/** Somebody wants to raise an idea of the viewer's. */
function Asked({
  post,
}: {
  readonly post: { readonly id: string; readonly body: string; readonly language: string };
}): ReactElement {
  const { t } = useTexts();
  return (
    <Notice>
      <span>{t('talk.asked')}</span>{' '}
      <Link to="/campus/$postId" params={{ postId: post.id }} lang={post.language}>
        {post.body.length > 80 ? `${post.body.slice(0, 80)}…` : post.body}
      </Link>
    </Notice>
  );
}

function ChoiceBar({
  choice,
  onChoose,
}: {
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}): ReactElement {
  const { t } = useTexts();
  return (
    <div className={styles.filters} role="search">
      <FilterChoice
        label={t('posts.kind')}
        every={t('talk.allKinds')}
        value={choice.kind}
        options={postKinds.map((value) => ({ value, label: t(`postKind.${value}`) }))}
        onChange={(kind) => onChoose({ ...choice, kind: oneOf(postKinds, kind) })}
      />
      <FilterChoice
        label={t('talk.language')}
        every={t('talk.allLanguages')}
        value={choice.language}
        options={[
          { value: 'en', label: 'English' },
          { value: 'zh', label: '中文' },
        ]}
        onChange={(language) => onChoose({ ...choice, language })}
      />
    </div>
  );
}

import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import {
  EmptyState,
  Form,
  Notice,
  Page,
  QueryView,
  SelectField,
  SignedIn,
  SkeletonList,
  Stack,
  useForm,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { PostKind } from '../generated/graphql.js';
import { oneOf, postKinds } from './kinds.js';
import { PostList } from './PostList.js';
import { campusPostsDocument } from './post-documents.js';
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
  const query = useGraphQuery(campusPostsDocument, { first: count, ...choice });
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={3} height="9rem" />}
      isEmpty={({ viewer }) => viewer.campusPostKinds.length === 0}
      empty={
        <EmptyState picture="door" title={t('talk.membersOnly')}>
          {t('talk.membersOnlyLead')}
        </EmptyState>
      }
    >
      {({ viewer, pinnedCampusPosts, campusPosts }) => (
        <Stack gap="large">
          {viewer.raiseRequests.map(({ id, post }) => post && <Asked key={id} post={post} />)}
          <WritePost kinds={viewer.campusPostKinds} onDone={query.reload} />
          <ChoiceForm choice={choice} onChoose={setChoice} />
          <PostList
            pinned={choice.kind === undefined && choice.language === undefined ? (pinnedCampusPosts ?? []) : []}
            page={campusPosts ?? nothing}
            onChange={query.reload}
            onMore={count < 100 ? () => setCount(Math.min(count + pageSize, 100)) : undefined}
          />
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

function ChoiceForm({
  choice,
  onChoose,
}: {
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}): ReactElement {
  const { t } = useTexts();
  const form = useForm({
    initial: { kind: choice.kind ?? '', language: choice.language ?? '' },
    submit: ({ kind, language }) => {
      onChoose({ kind: oneOf(postKinds, kind), language: language === '' ? undefined : language });
      return Promise.resolve({});
    },
    onDone: () => undefined,
  });
  return (
    <Form form={form} submitLabel={t('talk.choose')} submitLook="plain">
      <SelectField
        name="kind"
        label={t('posts.kind')}
        options={[
          { value: '', label: t('talk.allKinds') },
          ...postKinds.map((value) => ({ value, label: t(`postKind.${value}`) })),
        ]}
      />
      <SelectField
        name="language"
        label={t('talk.language')}
        options={[
          { value: '', label: t('talk.allLanguages') },
          { value: 'en', label: 'English' },
          { value: 'zh', label: '中文' },
        ]}
      />
    </Form>
  );
}

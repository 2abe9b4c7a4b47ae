import { useState, type ReactElement } from 'react';
import {
  Button,
  Card,
  Cluster,
  Form,
  QueryView,
  RadioField,
  SkeletonList,
  SoftText,
  Stack,
  TextAreaField,
  useForm,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { Post } from './Post.js';
import { groupPostsDocument, publishPostDocument } from './post-documents.js';

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
                  <Write groupId={groupId} kinds={group.postKinds} onDone={query.reload} />
                )}
                {group.posts.edges.length === 0 && <SoftText>{t('posts.none')}</SoftText>}
                {group.posts.edges.map(({ node }) => (
                  <Post key={node.id} post={node} onChange={query.reload} />
                ))}
                {group.posts.pageInfo.hasNextPage && count < 100 && (
                  <Cluster>
                    <Button onPress={() => setCount(Math.min(count + pageSize, 100))}>{t('table.loadMore')}</Button>
                  </Cluster>
                )}
              </Stack>
            )
          }
        </QueryView>
      </Stack>
    </section>
  );
}

type WriteProps = { readonly groupId: string; readonly kinds: readonly string[]; readonly onDone: () => void };

function Write({ groupId, kinds, onDone }: WriteProps): ReactElement {
  const { t } = useTexts();
  const [written, setWritten] = useState(0);
  const done = (): void => {
    setWritten(written + 1);
    onDone();
  };
  return (
    <Card>
      <h3>{t('posts.write')}</h3>
      <WriteForm key={written} groupId={groupId} kinds={kinds} onDone={done} />
    </Card>
  );
}

function WriteForm({ groupId, kinds, onDone }: WriteProps): ReactElement {
  const { t, language } = useTexts();
  const publish = useAction(publishPostDocument, (data) => data.publishPost);
  const form = useForm({
    initial: { kind: kinds.includes('IDEA') ? 'IDEA' : (kinds[0] ?? ''), body: '' },
    submit: ({ kind, body }, idempotencyKey) =>
      publish({ input: { groupId, kind: toKind(kind), body, language, idempotencyKey } }),
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('posts.send')}>
      <RadioField
        name="kind"
        label={t('posts.kind')}
        options={kinds.map((kind) => ({ value: kind, label: t(`postKind.${kind}`) }))}
      />
      <TextAreaField name="body" label={t('posts.body')} hint={t('posts.bodyHint')} rows={3} />
    </Form>
  );
}

/** The choices are the kinds that the graph listed. */
function toKind(kind: string): 'NOTICE' | 'IDEA' | 'QUESTION' | 'THANKS' {
  return kind === 'NOTICE' || kind === 'QUESTION' || kind === 'THANKS' ? kind : 'IDEA';
}

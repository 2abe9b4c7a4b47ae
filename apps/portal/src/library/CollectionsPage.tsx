import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  Card,
  DialogAction,
  EmptyState,
  Form,
  NextPage,
  Page,
  partOf,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  StatusBadge,
  useForm,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { CollectionRowFragment } from '../generated/graphql.js';
import { useAction } from '../graph/use-action.js';
import { Row, Rows } from '../parts/Rows.js';
import { createCollectionDocument, ownCollectionsDocument, publicCollectionsDocument } from './collection-documents.js';
import { CollectionFields, emptyCollection, readCollection } from './CollectionFields.js';
import { libraryViewerDocument } from './list-documents.js';

export { allWords as words } from './all-words.js';

/** The viewer's own collections, and those that everybody may see. */
export function CollectionsPage(): ReactElement {
  const { t } = useTexts();
  const { data } = useGraphQuery(libraryViewerDocument, {});
  const isMember = data?.viewer.member != null;
  return (
    <Page
      title={t('collections.title')}
      lead={t('collections.lead')}
      actions={
        <DialogAction viewerActions={isMember ? ['CREATE'] : []} action="CREATE" label={t('collections.create')}>
          {() => <Create />}
        </DialogAction>
      }
    >
      <Stack>
        {isMember && (
          <Card>
            <h2>{t('collections.own')}</h2>
            <Own />
          </Card>
        )}
        <Card>
          <h2>{t('collections.public')}</h2>
          <Public />
        </Card>
      </Stack>
    </Page>
  );
}

function Create(): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  const create = useAction(createCollectionDocument, (data) => data.createCollection);
  const form = useForm({
    initial: emptyCollection,
    submit: (values) => create({ input: { content: readCollection(values) } }),
    onDone: (result) => {
      if (result.__typename === 'CreateCollectionSuccess')
        void navigate({ to: '/library/collections/$collectionId', params: { collectionId: result.collection.id } });
    },
  });
  return (
    <Form form={form} submitLabel={t('collections.create')}>
      <CollectionFields />
    </Form>
  );
}

function Own({ after }: { readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = partOf(useGraphQuery(ownCollectionsDocument, { after }), ({ viewer }) => viewer.resourceCollections);
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={2} height="3rem" />}
      isEmpty={({ edges }) => edges.length === 0}
      empty={<EmptyState title={t('collections.ownNone')}>{t('collections.ownNoneLead')}</EmptyState>}
    >
      {({ edges, pageInfo }) => (
        <Stack>
          <CollectionRows collections={edges.map(({ node }) => node)} />
          <NextPage pageInfo={pageInfo}>{(next) => <Own after={next} />}</NextPage>
        </Stack>
      )}
    </QueryView>
  );
}

function Public({ after }: { readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = partOf(
    useGraphQuery(publicCollectionsDocument, { after }),
    ({ resourceCollections }) => resourceCollections,
  );
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={3} height="3rem" />}
      isEmpty={({ edges }) => edges.length === 0}
      empty={<EmptyState title={t('collections.publicNone')}>{t('collections.publicNoneLead')}</EmptyState>}
    >
      {({ edges, pageInfo }) => (
        <Stack>
          <CollectionRows collections={edges.map(({ node }) => node)} />
          <NextPage pageInfo={pageInfo}>{(next) => <Public after={next} />}</NextPage>
        </Stack>
      )}
    </QueryView>
  );
}

function CollectionRows({ collections }: { readonly collections: readonly CollectionRowFragment[] }): ReactElement {
  const { t } = useTexts();
  return (
    <Rows>
      {collections.map(({ id, title, description, visibility, itemCount, owner }) => (
        <Row key={id}>
          <Stack gap="small">
            <Link to="/library/collections/$collectionId" params={{ collectionId: id }}>
              {title}
            </Link>
            {description !== '' && <SoftText isSmall>{description}</SoftText>}
            {owner?.displayName && <SoftText isSmall>{t('collections.by', { name: owner.displayName })}</SoftText>}
          </Stack>
          <Stack gap="small">
            <span>{t('collections.count', { count: itemCount })}</span>
            {visibility === 'PRIVATE' && <StatusBadge>{t('collections.private')}</StatusBadge>}
          </Stack>
        </Row>
      ))}
    </Rows>
  );
}

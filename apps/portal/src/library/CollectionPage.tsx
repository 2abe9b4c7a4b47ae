import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  EmptyState,
  Page,
  QueryView,
  Skeleton,
  SoftText,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { usePlaceParam } from '../parts/use-place.js';
import {
  collectionDocument,
  deleteCollectionDocument,
  editCollectionDocument,
  orderCollectionDocument,
  removeFromCollectionDocument,
  type ShownCollection,
} from './collection-documents.js';
import { CollectionFields, readCollection } from './CollectionFields.js';
import { moved } from './moved.js';
import styles from '../parts/parts.module.css';

export { allWords as words } from './all-words.js';

/** One collection: what is in it, in the order of its owner. */
export function CollectionPage(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(collectionDocument, { id: usePlaceParam('collectionId') });
  const collection = query.data?.resourceCollection;
  return (
    <Page title={collection?.title ?? t('collections.one')} lead={collection?.description || undefined}>
      <QueryView
        query={query}
        skeleton={<Skeleton height="20rem" />}
        isEmpty={({ resourceCollection: shown }) => shown == null}
        empty={<EmptyState title={t('collections.missing')}>{t('collections.missingLead')}</EmptyState>}
      >
        {({ resourceCollection: shown }) => shown && <CollectionView collection={shown} onChange={query.reload} />}
      </QueryView>
    </Page>
  );
}

type ViewProps = { readonly collection: ShownCollection; readonly onChange: () => void };

function CollectionView({ collection, onChange }: ViewProps): ReactElement {
  const { t } = useTexts();
  const { visibility, owner, items } = collection;
  const resources = items.edges.map(({ node }) => node);
  return (
    <Stack>
      <Cluster>
        <StatusBadge>{t(`collectionVisibility.${visibility}`)}</StatusBadge>
        {owner?.displayName && <SoftText isSmall>{t('collections.by', { name: owner.displayName })}</SoftText>}
      </Cluster>
      <Card>
        {resources.length === 0 ? (
          <EmptyState title={t('collections.empty')}>{t('collections.emptyLead')}</EmptyState>
        ) : (
          <ol className={styles.plain}>
            {resources.map((resource, index) => (
              <Item key={resource.id} {...{ collection, onChange, resource, index }} />
            ))}
          </ol>
        )}
      </Card>
      <OwnerButtons collection={collection} onChange={onChange} />
    </Stack>
  );
}

type ItemProps = ViewProps & {
  readonly resource: ShownCollection['items']['edges'][number]['node'];
  readonly index: number;
};

function Item({ collection, onChange, resource, index }: ItemProps): ReactElement {
  const { t } = useTexts();
  const { id: collectionId, viewerActions, items } = collection;
  const order = useAction(orderCollectionDocument, (data) => data.orderCollection);
  const remove = useAction(removeFromCollectionDocument, (data) => data.removeFromCollection);
  const ids = items.edges.map(({ node }) => node.id);
  const { id, title, kind, language } = resource;
  const move = (by: number) => order({ input: { collectionId, resourceIds: moved(ids, index, by) } });
  const common = { viewerActions, action: 'EDIT', look: 'quiet', onDone: onChange } as const;
  return (
    <li className={styles.row}>
      <Stack gap="small">
        <Link lang={language} to="/library/$resourceId" params={{ resourceId: id }}>
          {title}
        </Link>
        <SoftText isSmall>{t(`resourceKind.${kind}`)}</SoftText>
      </Stack>
      <div role="group" aria-label={title}>
        <Cluster>
          {index > 0 && <ActionButton {...common} label={t('collections.up')} onRun={() => move(-1)} />}
          {index < ids.length - 1 && <ActionButton {...common} label={t('collections.down')} onRun={() => move(1)} />}
          <ActionButton
            {...common}
            label={t('collections.remove')}
            onRun={() => remove({ input: { collectionId, resourceId: id } })}
          />
        </Cluster>
      </div>
    </li>
  );
}

function OwnerButtons({ collection, onChange }: ViewProps): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  const { id: collectionId, viewerActions, title, description, visibility } = collection;
  const edit = useAction(editCollectionDocument, (data) => data.editCollection);
  const remove = useAction(deleteCollectionDocument, (data) => data.deleteCollection);
  return (
    <Cluster>
      <FormAction
        viewerActions={viewerActions}
        action="EDIT"
        label={t('collections.edit')}
        initial={{ title, description, visibility: String(visibility) }}
        onRun={(values) => edit({ input: { collectionId, content: readCollection(values) } })}
        onDone={onChange}
      >
        <CollectionFields />
      </FormAction>
      <ActionButton
        viewerActions={viewerActions}
        action="DELETE"
        look="danger"
        label={t('collections.delete')}
        confirm={{ title: t('collections.deleteTitle'), body: t('collections.deleteBody') }}
        onRun={() => remove({ input: { collectionId } })}
        onDone={() => void navigate({ to: '/library/collections' })}
      />
    </Cluster>
  );
}

import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  DialogAction,
  EmptyState,
  Form,
  Notice,
  partOf,
  QueryView,
  SelectField,
  SkeletonList,
  Stack,
  useForm,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useState } from 'react';
import { useAction } from '../graph/use-action.js';
import { addToCollectionDocument, ownCollectionsDocument } from './collection-documents.js';

export { words } from './version-words.js';

/** Keeps a resource in one of the viewer's collections. */
export function CollectPart({ resourceId }: { readonly resourceId: string }): ReactElement {
  const { t } = useTexts();
  const [isKept, setKept] = useState(false);
  return (
    <Stack gap="small">
      <div>
        <DialogAction viewerActions={['COLLECT']} action="COLLECT" label={t('collections.keep')}>
          {(close) => (
            <Choose
              resourceId={resourceId}
              onDone={() => {
                setKept(true);
                close();
              }}
            />
          )}
        </DialogAction>
      </div>
      {isKept && <Notice tone="good">{t('collections.kept')}</Notice>}
    </Stack>
  );
}

type ChooseProps = { readonly resourceId: string; readonly onDone: () => void };

function Choose({ resourceId, onDone }: ChooseProps): ReactElement {
  const { t } = useTexts();
  const query = partOf(useGraphQuery(ownCollectionsDocument, {}), ({ viewer }) => viewer.resourceCollections);
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={2} height="3rem" />}
      isEmpty={({ edges }) => edges.length === 0}
      empty={
        <EmptyState title={t('collections.ownNone')}>
          <Link to="/library/collections">{t('collections.title')}</Link>
        </EmptyState>
      }
    >
      {({ edges }) => (
        <ChooseForm
          resourceId={resourceId}
          collections={edges.map(({ node: { id, title } }) => ({ value: id, label: title }))}
          onDone={onDone}
        />
      )}
    </QueryView>
  );
}

function ChooseForm({
  resourceId,
  collections,
  onDone,
}: ChooseProps & {
  readonly collections: readonly { readonly value: string; readonly label: string }[];
}): ReactElement {
  const { t } = useTexts();
  const add = useAction(addToCollectionDocument, (data) => data.addToCollection);
  const form = useForm({
    initial: { collectionId: collections[0]?.value ?? '' },
    submit: ({ collectionId }) => add({ input: { collectionId, resourceId } }),
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('collections.keep')}>
      <SelectField name="collectionId" label={t('collections.which')} options={collections} />
    </Form>
  );
}

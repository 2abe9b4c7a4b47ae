import { useState, type ReactElement } from 'react';
import {
  ActionButton,
  Button,
  Cluster,
  DateTimeText,
  SoftText,
  Stack,
  StatusBadge,
  Veiled,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { Prose } from '../parts/Rows.js';
import { removeItemDocument, tickItemDocument } from './handover-actions.js';
import type { HandoverPart, ShownItem } from './handover-document.js';
import { EditItem } from './ItemForm.js';

type ItemProps = HandoverPart & { readonly item: ShownItem };

/** One thing to know: for whoever leaves to change, for whoever comes to tick. */
export function ItemRow({ capsule, item, onChange }: ItemProps): ReactElement {
  const { t } = useTexts();
  const [isEditing, setEditing] = useState(false);
  if (isEditing) return <EditItem item={item} onChange={onChange} onClose={() => setEditing(false)} />;
  return (
    <Stack gap="small">
      <h3>{item.title}</h3>
      {item.words !== '' && <Prose>{item.words}</Prose>}
      {item.link && (
        <a href={item.link} rel="noreferrer noopener" target="_blank">
          {item.link}
        </a>
      )}
      {item.tickedAt && (
        <Cluster>
          <StatusBadge tone="good">{t('handover.takenOn')}</StatusBadge>
          <SoftText isSmall>
            <DateTimeText instant={item.tickedAt} show="day" />
          </SoftText>
        </Cluster>
      )}
      <Cluster>
        {capsule.viewerActions.includes('WRITE') && (
          <Button look="quiet" onPress={() => setEditing(true)}>
            {t('handover.edit')} <Veiled>{item.title}</Veiled>
          </Button>
        )}
        <ItemActions {...{ capsule, item, onChange }} />
      </Cluster>
    </Stack>
  );
}

function ItemActions({ capsule: { viewerActions }, item: { id: itemId, title, tickedAt }, onChange }: ItemProps) {
  const { t } = useTexts();
  const remove = useAction(removeItemDocument, (data) => data.removeHandoverItem);
  const tick = useAction(tickItemDocument, (data) => data.tickHandoverItem);
  const isTicked = Boolean(tickedAt);
  const shared = { viewerActions, onDone: onChange } as const;
  return (
    <>
      <ActionButton
        {...shared}
        action="WRITE"
        look="quiet"
        label={t('handover.remove', { title })}
        confirm={{ title: t('handover.remove', { title }), body: t('handover.removeLead') }}
        onRun={() => remove({ input: { itemId } })}
      />
      <ActionButton
        {...shared}
        action="TICK"
        look={isTicked ? 'quiet' : 'plain'}
        label={t(isTicked ? 'handover.untick' : 'handover.tick', { title })}
        onRun={() => tick({ input: { itemId, isTicked: !isTicked } })}
      />
    </>
  );
}

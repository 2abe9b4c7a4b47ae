import { useState, type ReactElement } from 'react';
import { ActionButton, Button, Card, Cluster, SoftText, Stack, StatusBadge, useTexts } from '@guildhall/ui';
import type { HandoverSection } from '../generated/graphql.js';
import { useAction } from '../graph/use-action.js';
import { ProgressBar, Row, Rows } from '../parts/Rows.js';
import { setSectionDocument } from './handover-actions.js';
import type { HandoverPart } from './handover-document.js';
import { AddItem } from './ItemForm.js';
import { ItemRow } from './ItemRow.js';

type SectionProps = HandoverPart & { readonly section: HandoverSection };

/** One part of a handover: what is written in it, how far it is taken on, and a place to write more. */
export function SectionPart({ capsule, section, onChange }: SectionProps): ReactElement {
  const { t } = useTexts();
  const items = (capsule.items ?? []).filter((item) => item.section === section);
  const progress = (capsule.sections ?? []).find((one) => one.section === section);
  const name = t(`handover.section.${section}`);
  const isTicked = capsule.shadowingAt !== null && items.some(({ needsTick }) => needsTick);
  return (
    <Card>
      <Stack>
        <Cluster justify="between">
          <h2>{name}</h2>
          {progress?.hasNothing === true && <StatusBadge>{t('handover.nothing')}</StatusBadge>}
        </Cluster>
        <SoftText>{t(`handover.sectionLead.${section}`)}</SoftText>
        {isTicked && progress && (
          <ProgressBar
            label={t('handover.ticked', { name, done: progress.tickedCount, of: progress.count })}
            value={progress.tickedCount}
            max={progress.count}
          />
        )}
        <Rows>
          {items.map((item) => (
            <Row key={item.id}>
              <ItemRow {...{ capsule, item, onChange }} />
            </Row>
          ))}
        </Rows>
        {capsule.viewerActions.includes('WRITE') && (
          <WriteHere {...{ capsule, section, onChange }} isEmpty={items.length === 0} />
        )}
      </Stack>
    </Card>
  );
}

function WriteHere({
  capsule,
  section,
  onChange,
  isEmpty,
}: SectionProps & { readonly isEmpty: boolean }): ReactElement {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const set = useAction(setSectionDocument, (data) => data.setHandoverSection);
  const hasNothing = (capsule.sections ?? []).some((one) => one.section === section && one.hasNothing);
  const name = t(`handover.section.${section}`);
  const shared = { viewerActions: capsule.viewerActions, action: 'WRITE', look: 'quiet', onDone: onChange } as const;
  const choose = (value: boolean) => set({ input: { capsuleId: capsule.id, section, hasNothing: value } });
  if (isOpen) return <AddItem {...{ capsule, section, onChange }} onClose={() => setOpen(false)} />;
  return (
    <Cluster>
      <Button onPress={() => setOpen(true)}>{t('handover.writeIn', { name })}</Button>
      {isEmpty && !hasNothing && (
        <ActionButton {...shared} label={t('handover.sayNothing', { name })} onRun={() => choose(true)} />
      )}
      {hasNothing && (
        <ActionButton {...shared} label={t('handover.sayAfterAll', { name })} onRun={() => choose(false)} />
      )}
    </Cluster>
  );
}

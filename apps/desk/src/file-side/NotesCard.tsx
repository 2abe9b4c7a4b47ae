import {
  Card,
  Cluster,
  DateTimeText,
  Form,
  RadioField,
  SoftText,
  Stack,
  StatusBadge,
  TextAreaField,
  useForm,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { optionsFrom } from '../blocks/options-from.js';
import type { CaseNoteLayer } from '../generated/file-side/graphql.js';
import { WriteCaseNoteDocument } from '../generated/file-side/graphql.js';
import type { FileSideProps } from './FileSidePage.js';

const layers: readonly CaseNoteLayer[] = ['INTERNAL', 'PRIVATE'];

/** Notes of those who work on the case, and one's own; the student never learns of them. */
export function NotesCard({ item, onDone }: FileSideProps): ReactElement {
  const { t } = useTexts();
  const [written, setWritten] = useState(0);
  const notes = item.notes?.edges ?? [];
  return (
    <Card>
      <h2>{t('note.title')}</h2>
      <SoftText>{t('note.lead')}</SoftText>
      <Stack>
        {notes.map(({ node: { id, layer, author, body, writtenAt } }) => (
          <Stack key={id} gap="small">
            <Cluster>
              <StatusBadge tone={layer === 'PRIVATE' ? 'info' : 'neutral'}>{t(`noteLayer.${layer}`)}</StatusBadge>
              <SoftText isSmall>
                {author} · <DateTimeText instant={writtenAt} />
              </SoftText>
            </Cluster>
            <p>{body ?? t('case.erasedWords')}</p>
          </Stack>
        ))}
      </Stack>
      {item.viewerActions.includes('WRITE_NOTE') && (
        <NoteForm
          key={written}
          caseId={item.id}
          onDone={() => {
            setWritten(written + 1);
            onDone();
          }}
        />
      )}
    </Card>
  );
}

function NoteForm({ caseId, onDone }: { readonly caseId: string; readonly onDone: () => void }): ReactElement {
  const { t } = useTexts();
  const write = useGraphMutation(WriteCaseNoteDocument);
  const initial: { readonly layer: CaseNoteLayer; readonly body: string } = { layer: 'INTERNAL', body: '' };
  const form = useForm({
    initial,
    submit: async ({ layer, body }, idempotencyKey) => {
      const { data, problem } = await write({ input: { caseId, layer, body, idempotencyKey } });
      return { result: data?.writeCaseNote, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('note.save')}>
      <RadioField
        name="layer"
        label={t('note.layer')}
        options={optionsFrom(layers, (each) => t(`noteLayerChoice.${each}`))}
      />
      <TextAreaField name="body" label={t('note.body')} rows={3} />
    </Form>
  );
}

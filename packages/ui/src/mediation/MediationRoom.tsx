import type { ReactElement } from 'react';
import { DateTimeText } from '../blocks/DateTimeText.js';
import { SoftText } from '../blocks/Layout.js';
import type { Outcome } from '../blocks/ResultNotice.js';
import { Form } from '../forms/Form.js';
import { TextAreaField } from '../forms/TextField.js';
import { useForm } from '../forms/use-form.js';
import { Icon } from '../icons/Icon.js';
import { useTexts } from '../texts/texts.js';
import styles from './mediation.module.css';
import type { ShownMediationRoom } from './shown-mediation.js';

/** Writes in a room; the key names the intent. */
export type WriteInRoom = (roomId: string, body: string, idempotencyKey: string) => Promise<Outcome>;

/** A room and what a page does with it. */
export type MediationRoomProps = {
  readonly room: ShownMediationRoom;
  readonly isMediator?: boolean;
  readonly write: WriteInRoom;
  readonly onChange: () => void;
};

/** One room: whose it is and who can read it stand before every word; joint and private ones look and read differently. */
export function MediationRoom({ room, isMediator = false, write, onChange }: MediationRoomProps): ReactElement {
  const { t } = useTexts();
  const { kind, messages, viewerCanWrite } = room;
  const title = useRoomTitle(room, isMediator);
  const readers = useReaders(room, isMediator);
  return (
    <section className={styles.room} data-kind={kind} aria-label={title}>
      <h2>{title}</h2>
      <p className={styles.readers}>
        <Icon name={kind === 'JOINT' ? 'people' : 'person'} />
        {readers}
      </p>
      {messages.edges.length === 0 && <SoftText>{t('mediation.noWords')}</SoftText>}
      <ol className={styles.list}>
        {messages.edges.map(({ node }) => {
          const isMine = node.party ? node.party.isViewer : isMediator;
          const by = isMine ? t('mediation.you') : (node.party?.name ?? t('mediation.mediator'));
          return (
            <li key={node.id} className={styles.message} data-mine={isMine}>
              <p className={styles.by}>
                {by} · <DateTimeText instant={node.sentAt} />
              </p>
              <p className={styles.words}>{node.body}</p>
            </li>
          );
        })}
      </ol>
      {viewerCanWrite && <WriteForm key={messages.edges.length} {...{ room, title, isMediator, write, onChange }} />}
    </section>
  );
}

type WriteFormProps = Omit<MediationRoomProps, 'isMediator'> & { readonly title: string; readonly isMediator: boolean };

function WriteForm({ room, title, isMediator, write, onChange }: WriteFormProps): ReactElement {
  const { t } = useTexts();
  const key = room.kind === 'CAUCUS' && isMediator ? 'CAUCUS_OF' : room.kind;
  const form = useForm({
    initial: { body: '' },
    submit: ({ body }, idempotencyKey) => write(room.id, body, idempotencyKey),
    onDone: onChange,
  });
  return (
    <Form form={form} submitLabel={t(`mediation.send.${key}`, { name: room.party?.name ?? '' })} submitLook="plain">
      <TextAreaField name="body" label={t('mediation.writeIn', { room: title })} rows={3} />
    </Form>
  );
}

function useRoomTitle({ kind, party }: ShownMediationRoom, isMediator: boolean): string {
  const { t } = useTexts();
  if (kind === 'CAUCUS' && isMediator) return t('mediation.room.CAUCUS_OF', { name: party?.name ?? '' });
  return t(`mediation.room.${kind}`);
}

/** Says in words who can read the room, by name where the reader stands on no side of it. */
function useReaders({ kind, readers, party }: ShownMediationRoom, isMediator: boolean): string {
  const { t } = useTexts();
  const others = readers.filter(({ isViewer }) => !isViewer).map(({ name }) => name ?? t('mediation.aSide'));
  if (kind === 'MEDIATOR') return t('mediation.readers.MEDIATOR');
  if (kind === 'JOINT')
    return t(isMediator ? 'mediation.readers.JOINT_ALL' : 'mediation.readers.JOINT', { names: others.join(', ') });
  return isMediator ? t('mediation.readers.CAUCUS_OF', { name: party?.name ?? '' }) : t('mediation.readers.CAUCUS');
}

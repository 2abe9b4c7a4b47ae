import { lazy, Suspense, useEffect, useId, useState, type ReactElement } from 'react';
import {
  Button,
  Card,
  Cluster,
  Notice,
  PersonChip,
  Skeleton,
  SoftText,
  Stack,
  useOnline,
  useTexts,
} from '@guildhall/ui';
import { Row, Rows } from '../parts/Rows.js';
import { StatusWord } from '../parts/StatusWord.js';
import type { DoorActivity } from './door-documents.js';
import { findByName } from './door-book.js';
import styles from './door.module.css';
import { looksLikePass } from './read-pass.js';
import { ScanList } from './ScanList.js';
import type { KnownDoor } from './use-door-book.js';
import { useScans, type ChosenPlace, type Scans } from './use-scans.js';

const loadCamera = async () => ({ default: (await import('./CameraView.js')).CameraView });
const CameraView = lazy(loadCamera);

type OpenDoor = KnownDoor & { readonly activity: DoorActivity };

/** Everything a keeper of the door needs on one screen of a phone. */
export function DoorScanner({ door }: { readonly door: OpenDoor }): ReactElement {
  const { t } = useTexts();
  const { activity, book } = door;
  const [place, setPlace] = useState<ChosenPlace>({
    checkpointId: activity.checkpoints[0]?.id ?? activity.id,
    direction: 'IN',
  });
  const scans = useScans(door, place);
  const inside = [...book.entries.values()].filter(({ status }) => status === 'CHECKED_IN').length;
  const expected = [...book.entries.values()].filter(({ status }) => held.includes(status)).length;
  return (
    <Stack>
      <Card>
        <h2>{activity.title}</h2>
        <strong>{t('scan.counts', { inside, expected })}</strong>
        <QueueLine scans={scans} />
        <Camera onRead={(text) => void scans.scanText(text)} />
        <FindBox door={door} scans={scans} direction={place.direction} />
      </Card>
      <ScanList shown={scans.shown} />
      <PlaceCard {...{ activity, place, scans }} onChange={setPlace} />
    </Stack>
  );
}

const held = ['CONFIRMED', 'CHECKED_IN', 'CHECKED_OUT'];

function QueueLine({ scans: { queue } }: { readonly scans: Scans }): ReactElement {
  const { t } = useTexts();
  const isOnline = useOnline();
  return (
    <>
      {!isOnline && <Notice tone="warn">{t('scan.offline')}</Notice>}
      <Cluster>
        <span role="status">
          {queue.waiting === 0 && t('scan.allSent')}
          {queue.waiting !== undefined && queue.waiting > 0 && t('scan.waitingToSend', { count: queue.waiting })}
        </span>
        {queue.waiting !== undefined && queue.waiting > 0 && isOnline && (
          <Button onPress={() => void queue.send()}>{t('scan.send')}</Button>
        )}
      </Cluster>
    </>
  );
}

function Camera({ onRead }: { readonly onRead: (text: string) => void }): ReactElement {
  const { t } = useTexts();
  const [isOn, setOn] = useState(false);
  const [isRefused, setRefused] = useState(false);
  // Before the network may go: the camera must also start without one.
  useEffect(() => void loadCamera().catch(() => undefined), []);
  const toggle = (): void => {
    setRefused(false);
    setOn(!isOn);
  };
  const refuse = (): void => {
    setOn(false);
    setRefused(true);
  };
  return (
    <Stack gap="small">
      {isOn && (
        <Suspense fallback={<Skeleton height="16rem" />}>
          <CameraView onRead={onRead} onRefused={refuse} />
        </Suspense>
      )}
      {isRefused && <Notice tone="warn">{t('scan.cameraRefused')}</Notice>}
      <Cluster>
        <Button look={isOn ? 'plain' : 'primary'} onPress={toggle}>
          {isOn ? t('scan.cameraOff') : t('scan.camera')}
        </Button>
      </Cluster>
    </Stack>
  );
}

type FindProps = { readonly door: OpenDoor; readonly scans: Scans; readonly direction: 'IN' | 'OUT' };

/** For whoever has no pass at hand: a name finds people, the text of a pass is scanned when it is sent. */
function FindBox({ door: { book }, scans, direction }: FindProps): ReactElement {
  const { t } = useTexts();
  const id = useId();
  const [text, setText] = useState('');
  const found = looksLikePass(text) ? [] : findByName(book, text);
  const act = (work: Promise<void>): void => {
    setText('');
    void work;
  };
  return (
    <Stack gap="small">
      <form
        className={styles.field}
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          if (looksLikePass(text.trim())) act(scans.scanText(text.trim()));
        }}
      >
        <label htmlFor={id}>{t('scan.find')}</label>
        <input id={id} type="search" autoComplete="off" value={text} onChange={({ target }) => setText(target.value)} />
      </form>
      <span role="status">
        {text.trim().length > 1 && !looksLikePass(text) && t('scan.found', { count: found.length })}
      </span>
      <Rows>
        {found.map((entry) => (
          <Row key={entry.id}>
            <PersonChip name={entry.name ?? t('scan.somebody')} />
            <Cluster>
              {entry.status !== 'CONFIRMED' && <StatusWord family="door" status={entry.status} />}
              <Button onPress={() => act(scans.scanEntry(entry))}>
                {direction === 'IN' ? t('scan.letIn') : t('scan.letOut')}
              </Button>
            </Cluster>
          </Row>
        ))}
      </Rows>
    </Stack>
  );
}

type PlaceProps = {
  readonly activity: DoorActivity;
  readonly place: ChosenPlace;
  readonly scans: Scans;
  readonly onChange: (place: ChosenPlace) => void;
};

/** Where this device scans, which way, and what it is called. */
function PlaceCard({ activity, place, scans: { queue }, onChange }: PlaceProps): ReactElement {
  const { t } = useTexts();
  const id = useId();
  return (
    <Card>
      <div className={styles.fields}>
        <div className={styles.field}>
          <label htmlFor={`${id}-way`}>{t('scan.direction')}</label>
          <select
            id={`${id}-way`}
            value={place.direction}
            onChange={({ target }) => onChange({ ...place, direction: target.value === 'OUT' ? 'OUT' : 'IN' })}
          >
            <option value="IN">{t('scan.IN')}</option>
            <option value="OUT">{t('scan.OUT')}</option>
          </select>
        </div>
        {activity.checkpoints.length > 1 && (
          <div className={styles.field}>
            <label htmlFor={`${id}-where`}>{t('scan.checkpoint')}</label>
            <select
              id={`${id}-where`}
              value={place.checkpointId}
              onChange={({ target }) => onChange({ ...place, checkpointId: target.value })}
            >
              {activity.checkpoints.map((checkpoint) => (
                <option key={checkpoint.id} value={checkpoint.id}>
                  {checkpoint.name ?? t('scan.mainDoor')}
                </option>
              ))}
            </select>
          </div>
        )}
        {queue.device && (
          <div className={styles.field}>
            <label htmlFor={`${id}-device`}>{t('scan.device')}</label>
            <input
              id={`${id}-device`}
              autoComplete="off"
              maxLength={60}
              defaultValue={queue.device.label}
              aria-describedby={`${id}-hint`}
              onBlur={({ target }) => queue.rename(target.value)}
            />
          </div>
        )}
      </div>
      <SoftText isSmall>
        <span id={`${id}-hint`}>{t('scan.deviceHint')}</span>
      </SoftText>
    </Card>
  );
}

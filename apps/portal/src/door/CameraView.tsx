import { useEffect, useRef, type ReactElement } from 'react';
import { useTexts } from '@guildhall/ui';
import { createFrameReader } from './read-frame.js';
import styles from './door.module.css';

/** How often a picture is looked at; a phone stays cool and a pass is still seen at once. */
const everyMs = 150;

/** What the camera sees. Each text of a QR code is told once until another comes or it was gone for a while. */
export function CameraView({
  onRead,
  onRefused,
}: {
  readonly onRead: (text: string) => void;
  readonly onRefused: () => void;
}): ReactElement {
  const { t } = useTexts();
  const video = useRef<HTMLVideoElement>(null);
  const tell = useRef({ onRead, onRefused });
  tell.current = { onRead, onRefused };
  useEffect(() => {
    const element = video.current;
    if (element === null) return undefined;
    return watch(element, tell.current.onRefused, (text) => tell.current.onRead(text));
  }, []);
  return <video ref={video} className={styles.camera} aria-label={t('scan.cameraView')} muted playsInline />;
}

/** Looks at the camera until it is told to stop. */
function watch(video: HTMLVideoElement, refuse: () => void, tell: (text: string) => void): () => void {
  const ended = new AbortController();
  const run = async (): Promise<void> => {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
    ended.signal.addEventListener('abort', () => stream.getTracks().forEach((track) => track.stop()));
    if (ended.signal.aborted) return stream.getTracks().forEach((track) => track.stop());
    video.srcObject = stream;
    await video.play();
    const read = createFrameReader();
    const timer = setInterval(() => void read(video).then((text) => text !== undefined && tell(text)), everyMs);
    ended.signal.addEventListener('abort', () => clearInterval(timer));
  };
  run().catch(() => {
    if (!ended.signal.aborted) refuse();
  });
  return () => ended.abort();
}

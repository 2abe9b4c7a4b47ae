import { useId, useState, type ReactElement } from 'react';
import { Button } from '../blocks/Button.js';
import { Cluster, Stack } from '../blocks/Layout.js';
import { Notice } from '../blocks/Notice.js';
import { ResultNotice, type Outcome } from '../blocks/ResultNotice.js';
import { useTexts } from '../texts/texts.js';
import styles from './files.module.css';
import { sendBytes, type Sent } from './send-bytes.js';

/** What may be sent. */
export type FileLimits = { readonly bytesMax: number; readonly contentTypes: readonly string[] };

/** What is declared of a file before it is sent. */
export type DeclaredFile = { readonly name: string; readonly contentType: string; readonly size: number };

/** Makes room for a file: the address to send it to, or why there is none. */
export type PrepareFile = (
  file: DeclaredFile,
  idempotencyKey: string,
) => Promise<{ readonly uploadUrl?: string; readonly outcome: Outcome }>;

/** What takes files, and what follows. */
export type FileSenderProps = {
  readonly limits: FileLimits;
  readonly prepare: PrepareFile;
  readonly onDone: () => void;
};

type State =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending'; readonly name: string; readonly share: number }
  | { readonly kind: 'refused'; readonly outcome: Outcome }
  | { readonly kind: 'ended'; readonly name: string; readonly how: Sent | 'tooLarge' | 'kind' };

/** Chooses one file and sends it, with its progress; a file that cannot be taken is refused before a byte leaves. */
export function FileSender({ limits, prepare, onDone }: FileSenderProps): ReactElement {
  const { t, language } = useTexts();
  const id = useId();
  const [state, setState] = useState<State>({ kind: 'waiting' });
  const send = async (file: File): Promise<void> => {
    const { name, size } = file;
    const contentType = file.type.split(';')[0] ?? '';
    if (size > limits.bytesMax) return setState({ kind: 'ended', name, how: 'tooLarge' });
    if (!limits.contentTypes.includes(contentType)) return setState({ kind: 'ended', name, how: 'kind' });
    setState({ kind: 'sending', name, share: 0 });
    const { uploadUrl, outcome } = await prepare({ name, contentType, size }, crypto.randomUUID());
    if (uploadUrl === undefined) return setState({ kind: 'refused', outcome });
    const how = await sendBytes(uploadUrl, file, (share) => setState({ kind: 'sending', name, share }));
    setState({ kind: 'ended', name, how });
    if (how === 'stored') onDone();
  };
  const isSending = state.kind === 'sending';
  return (
    <Stack gap="small">
      <input
        id={id}
        className={styles.veiled}
        type="file"
        aria-label={t('files.choose')}
        accept={limits.contentTypes.join(',')}
        disabled={isSending}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) void send(file);
          target.value = '';
        }}
      />
      <Cluster>
        <Button icon="plus" isBusy={isSending} onPress={() => document.getElementById(id)?.click()}>
          {t('files.choose')}
        </Button>
      </Cluster>
      <span className={styles.hint}>{t('files.hint', { size: sizeOf(limits.bytesMax, language) })}</span>
      {isSending && (
        <label className={styles.sending}>
          {t('files.sending', { name: state.name })}
          <progress value={state.share} max={1} />
        </label>
      )}
      {state.kind === 'refused' && <ResultNotice outcome={state.outcome} />}
      {state.kind === 'ended' && (
        <Notice tone={state.how === 'stored' ? 'good' : 'danger'}>
          {t(`files.${state.how}`, { name: state.name })}
        </Notice>
      )}
    </Stack>
  );
}

/** A size in bytes as people say it. */
export function sizeOf(bytes: number, language: string): string {
  const [value, unit] = scaled(bytes);
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(
    value,
  );
}

function scaled(bytes: number): readonly [value: number, unit: string] {
  if (bytes < 1000) return [bytes, 'byte'];
  return bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
}

import { useId, useState, type ReactElement } from 'react';
import { buttonClass, Button } from '../blocks/Button.js';
import { Cluster, Stack } from '../blocks/Layout.js';
import { Notice, type Tone } from '../blocks/Notice.js';
import { ResultNotice } from '../blocks/ResultNotice.js';
import type { ControlBinding } from '../forms/Field.js';
import { Icon } from '../icons/Icon.js';
import { useTexts } from '../texts/texts.js';
import { acceptOf, type FileLimits } from './declare-file.js';
import { fileKinds } from './file-kinds.js';
import styles from './files.module.css';
import { sizeOf } from './size-of.js';
import { useFileSending, type FileSending, type SendingOptions } from './use-file-sending.js';

/** What takes files, what follows, and what ties the chooser to a field around it. */
export type FileSenderProps = SendingOptions & {
  /** What the chooser says; that something is attached, if left out. */
  readonly label?: string;
  readonly control?: ControlBinding;
};

/** Chooses or takes one dropped file and sends it, with its progress; a file that cannot be taken is refused before a byte leaves. */
export function FileSender({ label, control, ...options }: FileSenderProps): ReactElement {
  const { t } = useTexts();
  const sending = useFileSending(options);
  const { isSending, canRetry, retry, stop } = sending;
  return (
    <Stack gap="small">
      <Chooser label={label ?? t('files.choose')} control={control} sending={sending} limits={options.limits} />
      <Told sending={sending} limits={options.limits} />
      {(isSending || canRetry) && (
        <Cluster>
          <Button look="quiet" onPress={isSending ? stop : retry}>
            {t(isSending ? 'files.stop' : 'files.retry')}
          </Button>
        </Cluster>
      )}
    </Stack>
  );
}

type PartProps = { readonly sending: FileSending; readonly limits: FileLimits };

/** The browser's own chooser behind a label that looks like a button, on a place that takes what is dropped. */
function Chooser({
  label,
  control,
  limits: { bytesMax, contentTypes },
  sending: { isSending, send },
}: PartProps & { readonly label: string; readonly control: ControlBinding | undefined }): ReactElement {
  const { t, language } = useTexts();
  const ownId = useId();
  const [isOver, setOver] = useState(false);
  const id = control?.id ?? ownId;
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file) send(file);
  };
  return (
    <div
      className={styles.chooser}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <label className={`${buttonClass} ${styles.choose}`} aria-disabled={isSending || undefined}>
        <input
          {...control}
          id={id}
          className={styles.veiled}
          type="file"
          accept={acceptOf(contentTypes)}
          aria-describedby={[control?.['aria-describedby'], `${id}-limits`].filter(Boolean).join(' ')}
          aria-disabled={isSending || undefined}
          onClick={(event) => {
            if (isSending) event.preventDefault();
          }}
          onChange={({ target }) => {
            take(target.files);
            target.value = '';
          }}
        />
        <Icon name="plus" />
        {label}
      </label>
      <span className={styles.dropping}>{t('files.drop')}</span>
      <span id={`${id}-limits`} className={styles.hint}>
        {t('files.hint', { kinds: useKinds(contentTypes), size: sizeOf(bytesMax, language) })}
      </span>
    </div>
  );
}

/** Whoever stopped it knows; everything else that ends it is a failure. */
const tones: Readonly<Record<string, Tone>> = { stored: 'good', stopped: 'info' };

/** How the file goes: its progress while it is on its way, spoken in quarters, then how it ended. */
function Told({ sending: { state }, limits: { bytesMax, contentTypes } }: PartProps): ReactElement | null {
  const { t, language } = useTexts();
  const kinds = useKinds(contentTypes);
  if (state.kind === 'waiting') return null;
  if (state.kind === 'refused') return <ResultNotice outcome={state.outcome} />;
  const { name } = state;
  if (state.kind === 'sending')
    return (
      <label className={styles.sending}>
        <span>{t('files.sending', { name })}</span>
        <progress value={state.share} max={1} />
        <span className={styles.veiled} role="status">
          {new Intl.NumberFormat(language, { style: 'percent' }).format(Math.floor(state.share * 4) / 4)}
        </span>
      </label>
    );
  return (
    <Notice tone={tones[state.how] ?? 'danger'}>
      {t(`files.${state.how}`, { name, kinds, size: sizeOf(bytesMax, language) })}
    </Notice>
  );
}

/** The kinds that are taken, in words of the reader's language. */
function useKinds(contentTypes: readonly string[]): string {
  const { t, language } = useTexts();
  const words = fileKinds(contentTypes).map((kind) => t(`files.kinds.${kind}`));
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(words);
}

import { useEffect, useRef, useState, type ReactElement } from 'react';
import {
  Button,
  Cluster,
  Field,
  FileSender,
  fileKind,
  sizeOf,
  SoftText,
  useTexts,
  type FileLimits,
  type FormState,
  type Outcome,
  type PrepareFile,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { prepareFileDocument } from './file-documents.js';
import styles from './library.module.css';
import { chosenFile, fileValues, type ChosenFile } from './resource-form.js';

export { fileWords as words } from '@guildhall/ui';

type FileFieldProps = {
  readonly form: FormState;
  /** What may be sent; nothing where this installation takes no files, and what is there can only be taken out. */
  readonly limits: FileLimits | null | undefined;
  readonly onBusy: (isBusy: boolean) => void;
};

/** The file of a resource: it is sent as soon as it is chosen, and belongs to the resource once the form is saved. */
export function FileField({ form, limits, onBusy }: FileFieldProps): ReactElement {
  const { t } = useTexts();
  const [removals, setRemovals] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  const file = chosenFile(form.values);
  const put = (next: ChosenFile | undefined): void =>
    Object.entries(fileValues(next)).forEach(([name, value]) => form.change(name, value));
  useEffect(() => {
    // The button that was pressed is gone.
    if (removals > 0) place.current?.querySelector('input')?.focus();
  }, [removals]);
  return (
    <Field
      name="fileId"
      label={t('resourceForm.file')}
      hint={t('resourceForm.fileHint')}
      isOptional={form.values['kind'] !== 'FILE'}
    >
      {(control) => (
        <div ref={place}>
          {file && (
            <ChosenRow
              file={file}
              onRemove={() => {
                put(undefined);
                setRemovals(removals + 1);
              }}
            />
          )}
          {limits && (
            <Sender
              key={removals}
              label={t(file ? 'resourceForm.otherFile' : 'resourceForm.chooseFile')}
              {...{ control, limits, onBusy, put }}
            />
          )}
        </div>
      )}
    </Field>
  );
}

function ChosenRow({ file, onRemove }: { readonly file: ChosenFile; readonly onRemove: () => void }): ReactElement {
  const { t, language } = useTexts();
  const { name, contentType, size } = file;
  return (
    <Cluster justify="between">
      <div>
        <strong className={styles.fileName}>{name}</strong>
        <SoftText isSmall>
          {t(`files.kinds.${fileKind(contentType)}`)} · {sizeOf(size, language)}
        </SoftText>
      </div>
      <Button look="quiet" onPress={onRemove}>
        {t('resourceForm.removeFile')}
      </Button>
    </Cluster>
  );
}

/** What is too much here are files that no resource has, and these go by themselves. */
function inOwnWords({ result, problem }: Outcome): Outcome {
  const isFull = result?.__typename === 'LimitReachedError';
  return { result: isFull ? { ...result, __typename: 'WaitingFilesError' } : result, problem };
}

type SenderProps = Omit<Parameters<typeof FileSender>[0], 'prepare' | 'onDone'> & {
  readonly put: (file: ChosenFile) => void;
};

function Sender({ put, ...props }: SenderProps): ReactElement {
  const prepare = useAction(prepareFileDocument, (data) => data.prepareResourceFile);
  const id = useRef<string>(undefined);
  const makeRoom: PrepareFile = async (file, idempotencyKey) => {
    const outcome = await prepare({ input: { ...file, idempotencyKey } });
    const { result } = outcome;
    const room = result?.__typename === 'PrepareResourceFileSuccess' ? result : undefined;
    id.current = room?.id;
    return { outcome: inOwnWords(outcome), uploadUrl: room?.uploadUrl };
  };
  return (
    <FileSender
      {...props}
      prepare={makeRoom}
      onDone={(file) => {
        if (id.current !== undefined) put({ id: id.current, ...file });
      }}
    />
  );
}

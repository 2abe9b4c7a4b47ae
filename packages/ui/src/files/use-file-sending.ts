import { useRef, useState } from 'react';
import type { Outcome } from '../blocks/ResultNotice.js';
import { declareFile, type DeclaredFile, type FileLimits, type Unfit } from './declare-file.js';
import { sendBytes, type Sent } from './send-bytes.js';

/** Makes room for a file: the address to send it to, or why there is none. */
export type PrepareFile = (
  file: DeclaredFile,
  idempotencyKey: string,
) => Promise<{ readonly uploadUrl?: string; readonly outcome: Outcome }>;

/** Where the sending of one file stands. */
export type SendingState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending'; readonly name: string; readonly share: number }
  | { readonly kind: 'refused'; readonly name: string; readonly outcome: Outcome }
  | { readonly kind: 'ended'; readonly name: string; readonly how: Sent | Unfit };

/** What takes files, and what follows. */
export type SendingOptions = {
  readonly limits: FileLimits;
  readonly prepare: PrepareFile;
  readonly onDone: (file: DeclaredFile) => void;
  /** Whether a file is on its way, whenever that changes. */
  readonly onBusy?: (isBusy: boolean) => void;
};

/** The sending of one file at a time. */
export type FileSending = {
  readonly state: SendingState;
  readonly isSending: boolean;
  /** Whether the same file may be sent again as it is. */
  readonly canRetry: boolean;
  send(file: File): void;
  retry(): void;
  stop(): void;
};

/** Failures of the way, not of the file. */
const passing: readonly string[] = ['late', 'broken', 'stopped'] satisfies readonly Sent[];

/** Sends a file with its progress; what cannot be taken is refused before a byte leaves, and what failed on its way can go again. */
export function useFileSending({ limits, prepare, onDone, onBusy }: SendingOptions): FileSending {
  const [state, setState] = useState<SendingState>({ kind: 'waiting' });
  const chosen = useRef<File>(undefined);
  const key = useRef<string>(undefined);
  const stopping = useRef<AbortController>(undefined);
  const carry = async (file: File, declared: DeclaredFile): Promise<SendingState> => {
    const { name } = declared;
    const { signal } = (stopping.current = new AbortController());
    setState({ kind: 'sending', name, share: 0 });
    key.current ??= crypto.randomUUID();
    const { uploadUrl, outcome } = await prepare(declared, key.current);
    // Without an answer the room may be there: asking again with the same key finds it.
    if (outcome.problem === undefined) key.current = undefined;
    if (uploadUrl === undefined) return { kind: 'refused', name, outcome };
    const onProgress = (share: number): void => setState({ kind: 'sending', name, share });
    return { kind: 'ended', name, how: await sendBytes(file, { url: uploadUrl, signal, onProgress }) };
  };
  const start = async (file: File): Promise<void> => {
    const declared = declareFile(file, limits);
    if (typeof declared === 'string') return setState({ kind: 'ended', name: file.name, how: declared });
    onBusy?.(true);
    const end = await carry(file, declared);
    onBusy?.(false);
    setState(end);
    if (end.kind === 'ended' && end.how === 'stored') onDone(declared);
  };
  const isSending = state.kind === 'sending';
  return {
    state,
    isSending,
    canRetry: state.kind === 'ended' ? passing.includes(state.how) : hasProblem(state),
    send: (file) => {
      if (isSending) return;
      chosen.current = file;
      key.current = undefined;
      void start(file);
    },
    retry: () => {
      if (chosen.current !== undefined && !isSending) void start(chosen.current);
    },
    stop: () => stopping.current?.abort(),
  };
}

function hasProblem(state: SendingState): boolean {
  return state.kind === 'refused' && state.outcome.problem !== undefined;
}

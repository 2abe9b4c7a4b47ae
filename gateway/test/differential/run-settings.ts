import fc from 'fast-check';

/** Operations per set; 250 unless asked otherwise. */
export const numRuns = Number(process.env['GUILDHALL_DIFFERENTIAL_RUNS'] ?? 250);

/** Where the sequence of operations starts, so that every run without a wish of its own asks the same. */
export const seed = Number(process.env['GUILDHALL_DIFFERENTIAL_SEED'] ?? 20_261_122);

/** What operations are read from: long enough for some forty fields, one decision a byte. */
export const tapes = fc.uint8Array({ maxLength: 160, size: 'max' });

/** Milliseconds after which a property stops asking, and a failure stops being made smaller: a busy machine sees fewer operations. */
export const interruptAfterTimeLimit = 60_000;

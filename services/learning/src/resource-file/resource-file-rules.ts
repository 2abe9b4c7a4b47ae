/*
 * The numbers of files in the library; our choice. How large one may be is the operator's. Owner: learning.
 */
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** The rules that bind files sent and fetched now. */
export const resourceFileRules = {
  version: 1,
  /** How many files of one member may be awaited, or stored without a version that names them. */
  unusedMax: 10,
  /** How long a file is kept that no version names, so that whoever sent it can finish writing. */
  unusedMs: 24 * hourMs,
  /** How long after its end an upload may still be under way. */
  brokenOffMs: hourMs,
  /** How long an address to fetch a file from works. */
  downloadMs: 10 * minuteMs,
  /** How many files one run of the sweep removes. */
  sweptMax: 500,
} as const;

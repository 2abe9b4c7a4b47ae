/*
 * A copy of what the platform keeps about somebody, asked for by that person. Each service writes its own part into its
 * own database. Life: running until every part is written, deleted part by part 14 days later. Owner: membership.
 */
import { err, limitReached, ok, type Id, type LimitReachedError, type Result } from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';

/** The id of a copy; random, because it is all that stands in events about it. */
export type DataExportId = Id<'DataExport'>;

/** The services that write a part. Advocacy is not among them: its copy is kept apart and taken by the member alone. */
export const exportingServices = ['membership', 'activities', 'learning'] as const;

/** One of the services that write a part. */
export type ExportingService = (typeof exportingServices)[number];

/** A copy that somebody asked for. */
export type DataExport = {
  readonly id: DataExportId;
  readonly memberId: MemberId;
  readonly requestedAt: Date;
  /** When the last part was written. */
  readonly finishedAt: Date | undefined;
  readonly version: number;
};

/** How long after asking somebody may ask again, in milliseconds; our choice. */
export const exportPauseMs = 86_400_000;

/** After how long a copy that no service finished no longer stands in the way of another one, in milliseconds. */
export const exportGivenUpMs = 7 * 86_400_000;

/** How many copies are remembered for their owner to see. */
export const exportsShown = 5;

/** From when on the person may ask again: not while a copy is being written, and not twice a day. */
export function nextExportAt(latest: DataExport | undefined): Date | undefined {
  if (latest === undefined) return undefined;
  const pause = latest.finishedAt === undefined ? exportGivenUpMs : exportPauseMs;
  return new Date(latest.requestedAt.getTime() + pause);
}

/** Begins a copy unless another one is too recent. */
export function beginExport(
  latest: DataExport | undefined,
  { id, memberId, now }: { readonly id: DataExportId; readonly memberId: MemberId; readonly now: Date },
): Result<DataExport, LimitReachedError> {
  const next = nextExportAt(latest);
  if (next !== undefined && next > now)
    return err(limitReached('You asked for a copy a short while ago. You can ask for one a day.', 1));
  return ok({ id, memberId, requestedAt: now, finishedAt: undefined, version: 1 });
}

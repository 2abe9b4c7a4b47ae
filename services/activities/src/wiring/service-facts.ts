import type { Context } from '../context.js';
import type { Host } from '../host/host.js';
import type { Opportunity } from '../opportunity/opportunity.js';
import type { Shift, ShiftFacts } from '../shift/shift.js';

type Loading = Pick<Context, 'loaders'>;

/** The host of an opportunity or a claim, which is public whatever these are. */
export async function hostOf(
  { hostId }: Pick<Opportunity, 'hostId'>,
  _args: unknown,
  { loaders }: Loading,
): Promise<Host> {
  const host = await loaders.serviceHosts.load(hostId);
  if (host === undefined) throw new Error('an opportunity names a host');
  return host;
}

/** The opportunity of a shift: whoever sees a shift sees it. */
export async function opportunityOf(
  { opportunityId }: Shift,
  _args: unknown,
  { loaders }: Loading,
): Promise<Opportunity> {
  const opportunity = await loaders.opportunities.load(opportunityId);
  if (opportunity === undefined) throw new Error('a shift is seen with its opportunity');
  return opportunity;
}

/** A shift with its opportunity and host. */
export async function shiftFacts(shift: Shift, context: Loading): Promise<ShiftFacts> {
  const opportunity = await opportunityOf(shift, {}, context);
  return { shift, opportunity, host: await hostOf(opportunity, {}, context) };
}

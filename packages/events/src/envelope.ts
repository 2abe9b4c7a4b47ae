import { z } from 'zod';
import { eventSchemas, eventVersion, type EventData, type EventType } from './catalogue.js';
import { serviceNames, streamOf, streams, type AggregateName, type ServiceName } from './streams.js';

/**
 * An event in its CloudEvents 1.0 envelope. `subject` is the aggregate's id, `sequence` counts from 1 within the
 * aggregate without gaps, `aggregate` names the stream.
 */
export type DomainEvent<Type extends EventType = EventType> = {
  readonly specversion: '1.0';
  readonly id: string;
  readonly type: string;
  readonly source: ServiceName;
  readonly time: string;
  readonly subject: string;
  readonly aggregate: AggregateName;
  readonly sequence: number;
  readonly datacontenttype: 'application/json';
  readonly name: Type;
  readonly data: EventData<Type>;
};

/** The CloudEvents `type` of an event, with its version. */
export function cloudEventType(name: EventType): string {
  return `guildhall.${streams[streamOf[name]].source}.${name}.v${eventVersion}`;
}

const envelopeSchema = z.strictObject({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  type: z.string(),
  source: z.enum(serviceNames),
  time: z.iso.datetime(),
  subject: z.string().min(1).max(200),
  aggregate: z.enum(Object.keys(streams) as [AggregateName, ...AggregateName[]]),
  sequence: z.int().min(1).max(2_147_483_647),
  datacontenttype: z.literal('application/json'),
  name: z.string(),
  data: z.unknown(),
});

/** An envelope whose payload has not been read yet: a receiver stores it first, so that a poisoned payload is kept, not lost. */
export type ReceivedEvent = z.infer<typeof envelopeSchema>;

/** Reads a batch of envelopes from outside, or throws when one is not an envelope. */
export function parseEnvelopes(input: unknown): readonly ReceivedEvent[] {
  return z.array(envelopeSchema).max(1000).parse(input);
}

/** Reads the payload of a received event against the catalogue; throws when it does not fit, which makes the event a poison event. */
export function parseEvent(received: ReceivedEvent): DomainEvent {
  if (!isEventType(received.name)) throw new Error(`unknown event ${received.name}`);
  const name: EventType = received.name;
  const isRouted =
    received.type === cloudEventType(name) && received.aggregate === streamOf[name] && isFromOwner(received);
  if (!isRouted) throw new Error(`misrouted event ${received.type}`);
  return { ...received, name, data: eventSchemas[name].parse(received.data) };
}

/** Whether the service that owns the stream sent the event: nobody else may state facts about its aggregates. */
export function isFromOwner({ source, aggregate }: Pick<ReceivedEvent, 'source' | 'aggregate'>): boolean {
  return streams[aggregate].source === source;
}

function isEventType(name: string): name is EventType {
  return Object.hasOwn(eventSchemas, name);
}

import type { EventTransport, ReceivedEvent, ServiceName } from '@guildhall/events';
import { identityHeader, type IdentitySigner } from '@guildhall/service-identity';

/** Something that stores events for a service in this process. */
export interface EventReceiver {
  receive(events: readonly ReceivedEvent[]): Promise<void>;
}

/** Hands events to services of the same process. A receiver that has not registered yet counts as unreachable. */
export class LocalEventTransport implements EventTransport {
  readonly #receivers = new Map<ServiceName, EventReceiver>();

  /** Makes a service reachable. */
  register(name: ServiceName, receiver: EventReceiver): void {
    this.#receivers.set(name, receiver);
  }

  async deliver(subscriber: ServiceName, events: readonly ReceivedEvent[]): Promise<void> {
    const receiver = this.#receivers.get(subscriber);
    if (receiver === undefined) throw new Error(`${subscriber} is not running in this process`);
    await receiver.receive(events);
  }
}

const deadlineMs = 10_000;

/** Posts events to other services' HTTP ports, each batch signed by the sending service for that receiver alone. */
export function createHttpEventTransport(options: {
  readonly source: ServiceName;
  readonly urls: Readonly<Partial<Record<ServiceName, string>>>;
  readonly signer: IdentitySigner;
  readonly newRequestId: () => string;
}): EventTransport {
  return {
    async deliver(subscriber, events) {
      const url = options.urls[subscriber];
      if (url === undefined) throw new Error(`no address is configured for ${subscriber}`);
      const body = JSON.stringify(events);
      const caller = { kind: 'service', service: options.source } as const;
      const token = await options.signer.sign({
        caller,
        audience: subscriber,
        requestId: options.newRequestId(),
        body,
      });
      const headers = { 'content-type': 'application/json', [identityHeader]: token };
      const response = await fetch(new URL('/events', url), {
        method: 'POST',
        headers,
        body,
        signal: AbortSignal.timeout(deadlineMs),
      });
      if (!response.ok) throw new Error(`${subscriber} refused events with ${response.status}`);
    },
  };
}

/** One measurement, as the clients are told of it. */
export type LoadOrder = {
  readonly url: string;
  readonly shape: string;
  readonly connections: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
  /** Requests that differ count from here, so that no request is ever sent twice to one server. */
  readonly firstRequest: number;
};

/** What the clients tell: when the measured stretch begins and ends, and then what it held. */
export type LoadReport =
  | { readonly kind: 'measuring' }
  | { readonly kind: 'measured' }
  | {
      readonly kind: 'report';
      readonly requests: number;
      /** Answers that were not 200 or began with errors. */
      readonly failures: number;
      readonly elapsedMs: number;
      readonly p50Ms: number;
      readonly p99Ms: number;
      readonly nextRequest: number;
    };

/** The figures at the end of a measurement. */
export type LoadFigures = Extract<LoadReport, { kind: 'report' }>;

const dayMs = 86_400_000;

/** The numbers of connecting; our choice but for the silence, which is machine F2's. */
export const connectionLimits = {
  /** How long the words of a request may be, in characters. */
  messageMax: 300,
  /** How long a request waits for an answer, in milliseconds. */
  silenceMs: 30 * dayMs,
  /** How many requests of one member may wait at a time, so that nobody asks the whole union. */
  openRequestsMax: 20,
  /** How often one member may ask the same person within `askAgainMs`, whatever became of it. */
  asksOfOneMax: 3,
  /** In milliseconds. What is closed is forgotten after the same time. */
  askAgainMs: 90 * dayMs,
} as const;

/** A case worker in office with their workload. Owner of the appointment: membership; this service knows its dates. */
export type CaseWorker = { readonly subject: string; readonly openCases: number; readonly lateCases: number };

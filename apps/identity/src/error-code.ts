/** Whether a fault of the operating system carries this code, such as `ENOENT`; asks the value and not its class, which differs by realm. */
export function hasErrorCode(fault: unknown, code: string): boolean {
  return typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === code;
}

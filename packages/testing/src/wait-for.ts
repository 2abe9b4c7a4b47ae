const pauseMs = 20;

/** Waits until the condition holds, because events and jobs arrive in their own time; fails after `timeoutMs`. */
export async function waitFor(what: string, isMet: () => Promise<boolean>, timeoutMs = 60_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await isMet())) {
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

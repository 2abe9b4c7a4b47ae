/** The environment the command was called with; it is read here and nowhere else, so that the rest can be tested. */
export function readTokenEnvironment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}

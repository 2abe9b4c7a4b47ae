import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';

const oldestMajor = 24;

/** The path of a Node that can run the platform: the one the install brought, else the system's if it is new enough. */
export async function chooseNode(root, say) {
  const own = join(root, 'node_modules', 'node', 'bin', 'node');
  if (majorOf(own) >= oldestMajor) return realpathSync(own);
  const system = majorOf(process.execPath);
  if (system >= oldestMajor) {
    say(`The Node that comes with the platform does not run here; using the system's Node ${system}.`);
    return process.execPath;
  }
  throw new Error(
    `Guildhall runs on Node ${oldestMajor} or later: the one it brings does not run on this system, and the installed one is Node ${process.versions.node}.`,
  );
}

function majorOf(program) {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return status === 0 ? Number(stdout.replace(/^v/, '').split('.')[0]) : 0;
}

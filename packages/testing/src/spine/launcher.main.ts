import { fork } from 'node:child_process';

// Starts a service as the platform does, says which process it is, and then does nothing: a test kills it.
const file = process.argv[2] ?? '';
const child = fork(file, [], { env: process.env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
process.stdout.write(`${child.pid}\n`);

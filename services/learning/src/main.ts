import { runServiceProcess } from '@guildhall/subgraph';
import { learning } from './app.js';

await runServiceProcess(learning, process.env);

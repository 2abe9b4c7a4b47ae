import { runServiceProcess } from '@guildhall/subgraph';
import { membership } from './app.js';

await runServiceProcess(membership, process.env);

import { runServiceProcess } from '@guildhall/subgraph';
import { advocacy } from './app.js';

await runServiceProcess(advocacy, process.env);

import { runServiceProcess } from '@guildhall/subgraph';
import { activities } from './app.js';

await runServiceProcess(activities, process.env);

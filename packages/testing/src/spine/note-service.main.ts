import { runServiceProcess } from '@guildhall/subgraph';
import { noteService } from './note-service.js';

await runServiceProcess(noteService({ name: 'learning' }), process.env);

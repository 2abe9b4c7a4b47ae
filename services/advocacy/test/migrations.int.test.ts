import { describeMigrations } from '@guildhall/testing';
import { advocacy } from '../src/app.js';

describeMigrations(advocacy);

import { describeDeadLetters } from '@guildhall/testing';
import { activities, Fixture } from './fixture.js';

describeDeadLetters(activities, (test, subject, role) => new Fixture(test).appointment(subject, role));

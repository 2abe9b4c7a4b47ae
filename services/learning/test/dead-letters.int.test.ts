import { describeDeadLetters } from '@guildhall/testing';
import { learning, Fixture } from './fixture.js';

describeDeadLetters(learning, (test, subject, role) => new Fixture(test).appointment(subject, role));

import { describeDeadLetters } from '@guildhall/testing';
import { membership, Fixture } from './fixture.js';

describeDeadLetters(membership, (test, subject, role) => new Fixture(test).appointment(subject, role));

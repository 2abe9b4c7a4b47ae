import { describeDeadLetters } from '@guildhall/testing';
import { advocacy, Fixture, keys } from './fixture.js';

describeDeadLetters(advocacy, (test, subject, role) => new Fixture(test).appointment(subject, role), keys);

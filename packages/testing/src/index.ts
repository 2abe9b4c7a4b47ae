export * from './catalogue-snapshot.js';
export * from './describe-dead-letters.js';
export * from './describe-migrations.js';
export * from './start-mail-server.js';
export * from './start-test-service.js';
export * from './test-clock.js';
export * from './test-database.js';
export * from './wait-for.js';

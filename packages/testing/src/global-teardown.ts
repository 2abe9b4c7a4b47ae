import { stopTestServer } from './test-server.js';

// Jest asks for a default export here.
export default stopTestServer;

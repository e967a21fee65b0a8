export { createRelay, type Relay, type RelayOptions } from './client/relay.js';
export { writeEvent, type WrittenEvent } from './client/write-event.js';

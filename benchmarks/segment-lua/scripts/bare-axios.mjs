// The same call as one-call.lua, by hand.
import axios from 'axios';

const event = {
  type: 'track',
  messageId: crypto.randomUUID(),
  timestamp: new Date().toISOString(),
  event: 'Order Completed',
  userId: 'user-42',
  properties: { revenue: 99.99 },
};
await axios.post(
  `${process.argv[2]}/v1/batch`,
  { batch: [event], sentAt: new Date().toISOString() },
  { auth: { username: 'key', password: '' } },
);

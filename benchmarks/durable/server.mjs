// A Tracking API on loopback that counts events by their ids: server.mjs PORT. Says its port, and counts when asked.
import { createServer } from 'node:http';

const seen = new Set();
const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    for (const [, id] of Buffer.concat(chunks)
      .toString()
      .matchAll(/"messageId":"([^"]*)"/g))
      seen.add(id);
    response.end('{"success":true}');
  });
});
server.listen(Number(process.argv[2]), '127.0.0.1', () => process.send(server.address().port));
process.on('message', () => process.send(seen.size));

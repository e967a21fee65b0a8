// Accepts every batch and counts its events by their message ids; prints its address.
import { createServer } from 'node:http';

let events = 0;

createServer((request, response) => {
  if (request.url === '/count') return response.end(String(events));
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    for (let at = body.indexOf('"messageId"'); at >= 0; at = body.indexOf('"messageId"', at + 1)) events += 1;
    response.setHeader('content-type', 'application/json');
    response.end('{"success":true}');
  });
}).listen(0, '127.0.0.1', function () {
  console.log(`http://127.0.0.1:${this.address().port}`);
});

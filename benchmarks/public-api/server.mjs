// A stand-in for the Public API on loopback, in a process of its own: 10,000 sources, page by page, written beforehand.
import { createServer } from 'node:http';

const SOURCES = 10_000;

const source = (index) => ({
  id: `source${index}`,
  slug: `source-${index}`,
  name: `Source ${index}`,
  workspaceId: '9aQ1Lj62S4bomZKLF4DPqW',
  enabled: true,
  writeKeys: [`key${index}`],
  metadata: {
    id: 'iUM16Md8P2',
    slug: 'node',
    name: 'Node.js',
    categories: ['Server'],
    description: 'Send data from your Node.js servers.',
    logos: { default: 'https://example.com/logo.png', mark: null, alt: null },
    options: [],
    isCloudEventSource: false,
    status: 'PUBLIC',
  },
  settings: { website_url: `https://example.com/${index}` },
  labels: [{ key: 'environment', value: 'production' }],
});

const pages = new Map();
const writePage = (start, count) => {
  const key = `${start} ${count}`;
  const known = pages.get(key);
  if (known) return known;
  const size = Math.min(count, SOURCES - start);
  const next = start + count < SOURCES ? btoa(String(start + count)) : null;
  const sources = Array.from({ length: size }, (_, index) => source(start + index));
  const pagination = { current: btoa(String(start)), next, totalEntries: SOURCES };
  const text = JSON.stringify({ data: { sources, pagination } });
  pages.set(key, text);
  return text;
};

createServer((request, response) => {
  const query = decodeURIComponent(request.url);
  const [, count = 200] = /count\]?=(\d+)/.exec(query) ?? [];
  const [, cursor = btoa('0')] = /cursor\]?=([^&]+)/.exec(query) ?? [];
  const page = writePage(Number(atob(cursor)), Number(count));
  response.writeHead(200, { 'content-type': 'application/json' }).end(page);
}).listen(0, '127.0.0.1', function () {
  process.send(this.address().port);
});
process.on('disconnect', () => process.exit());

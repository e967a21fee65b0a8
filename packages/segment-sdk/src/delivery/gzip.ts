/** Compresses a body off the event loop, in any runtime with Compression Streams (Node 18, browsers of 2023). */
export const gzip = async (body: string): Promise<ArrayBuffer> => {
  const compressed = new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(compressed).arrayBuffer();
};

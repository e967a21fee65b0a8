// Each client: create(url) → what reads every source, so many a page, and resolves with how many there were.
const dist = new URL('../../packages/segment-sdk/dist/public-api.js', import.meta.url);

const moonwire = async (url) => {
  const { createPublicApi } = await import(dist);
  const api = createPublicApi({ apiToken: 'benchmark', publicApiUrl: url });
  return async (count) => (await api.listSources.all({ pagination: { count } })).length;
};

const segment = async (url) => {
  const { SourcesApi } = await import('@segment/public-api-sdk-typescript');
  const api = new SourcesApi(url);
  api.setDefaultAuthentication({
    applyToRequest: ({ headers }) => {
      headers.Authorization = 'Bearer benchmark';
    },
  });
  return async (count) => {
    const sources = [];
    let cursor;
    do {
      const { body } = await api.listSources({ count, ...(cursor && { cursor }) });
      sources.push(...body.data.sources);
      cursor = body.data.pagination.next;
    } while (cursor);
    return sources.length;
  };
};

/** The least there is: axios and JSON. */
const bare = async (url) => {
  const { default: axios } = await import('axios');
  const headers = { Authorization: 'Bearer benchmark' };
  return async (count) => {
    const sources = [];
    let cursor;
    do {
      const params = { 'pagination.count': count, ...(cursor && { 'pagination.cursor': cursor }) };
      const { data } = await axios.get(`${url}/sources`, { params, headers });
      sources.push(...data.data.sources);
      cursor = data.data.pagination.next;
    } while (cursor);
    return sources.length;
  };
};

export const clients = { moonwire, segment, bare };

import base from '../../jest.base.mjs';

/** Many tests start processes, which takes its time on a busy machine. */
export default { ...base };

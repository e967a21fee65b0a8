import { createLua, createLuaWorker, type WebWorkerLike } from '@moonwire/lua-bridge';

/* What a page does with the package, written as its documentation says and built by Vite; the tests run in it. */

declare const Worker: new (url: URL | string, options?: object) => WebWorkerLike;

const startThread = (): WebWorkerLike =>
  new Worker(new URL('@moonwire/lua-bridge/worker-thread', import.meta.url), { type: 'module' });

/** A thread that takes a run up and never ends by itself. */
const startStuckThread = (): WebWorkerLike =>
  new Worker('data:text/javascript,postMessage({type:"ready"});onmessage=()=>{postMessage({type:"started"});for(;;);}');

/** What the tests find in the page. */
export const bridge = { createLua, createLuaWorker, startThread, startStuckThread };

Object.assign(globalThis, { bridge });

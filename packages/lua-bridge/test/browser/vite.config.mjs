/** @type {import('vite').UserConfig} */
export default { worker: { format: 'es' }, build: { target: 'es2022', assetsInlineLimit: 0 } };

import { preview } from 'vite';
import { chromium } from 'playwright-core';
const only = process.argv[2]?.split(',');
const server = await preview({ root: process.cwd(), preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] });
const sizes = { wide: [1440,900], phone: [360,740], uhd: [3840,2160] };
const say = async (n,fn) => { try { await fn(); } catch (e) { console.log(n, String(e).slice(0,300)); } };
for (const [sn,[width,height]] of Object.entries(sizes)) for (const colorScheme of ['light','dark']) {
  if (only && !only.includes(`${sn}-${colorScheme}`)) continue;
  const page = await (await browser.newContext({ viewport:{width,height}, colorScheme })).newPage();
  const shot = async n => { await page.evaluate('document.fonts.ready'); await page.screenshot({ path:`/tmp/pgshots/${sn}-${colorScheme}-${n}.png` }); };
  await page.goto(server.resolvedUrls.local[0]); await page.locator('.cm-content').waitFor();
  await shot('idle');
  await say('run', async()=>{ await page.getByRole('button',{name:'Run'}).first().click(); await page.locator('.status[data-status=succeeded]').waitFor(); await shot('output');});
  if (sn==='phone') await page.locator('.views button[data-view=events]').click();
  await shot('run');
  await say('detail', async()=>{ await page.getByRole('option',{name:'Order Completed'}).click(); await shot('detail'); });
  for (const v of ['reference','accounts','simulator']) await say(v, async()=>{ await page.locator(`${sn==='phone'?'.views':'.inspected'} button[data-view=${v}]`).click(); await shot(v); });
  await say('gallery', async()=>{ await page.getByRole('button',{name:'Examples'}).click(); await page.waitForTimeout(200); await shot('gallery'); await page.keyboard.press('Escape'); });
  await say('error', async()=>{ if (sn==='phone') await page.locator('.views button[data-view=script]').click(); await page.locator('.cm-content').click(); await page.keyboard.press('ControlOrMeta+a'); await page.keyboard.insertText('local segment = app.integrations.segment\n\nlocal function order(user)\n  segment.track({ event = "Order Completed", user_id = user })\nend\n\nprint("Sending one order")\norder("user-42")\n'); await page.getByRole('button',{name:'Run'}).first().click(); await page.locator('.status[data-status=failed]').waitFor(); await shot('error'); });
}
await browser.close(); await server.close(); process.exit(0);

// Opens the notebooks in JupyterLab and runs axe on their outputs. Exit code 1 if it finds anything.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [base] = process.argv.slice(2);
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
let wrong = 0;
for (const theme of ['JupyterLab Light', 'JupyterLab Dark']) {
  await fetch(`${base}/lab/api/settings/@jupyterlab/apputils-extension:themes`, {
    method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ raw: JSON.stringify({ theme }) })
  });
  for (const notebook of ['trusted', 'untrusted']) {
    for (const width of [320, 1280]) {
      const page = await browser.newPage({
        viewport: { width, height: 900 }, colorScheme: theme.endsWith('Dark') ? 'dark' : 'light'
      });
      await page.goto(`${base}/doc/tree/${notebook}.ipynb?reset`);
      await page.waitForSelector('.jp-RenderedHTMLCommon', { timeout: 90000 });
      await page.waitForFunction(() => document.querySelectorAll('.jp-RenderedHTMLCommon').length >= 6, null, { timeout: 30000 })
        .catch(() => {});
      await page.evaluate(axe);
      const found = await page.evaluate(trusted => axe.run(
        { include: [['.jp-RenderedHTMLCommon']] },
        // Of what is not trusted JupyterLab drops the box that scrolls a wide table, and scrolls its own, which has no
        // tabindex; browsers let the keyboard into it all the same.
        { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], rules: { 'scrollable-region-focusable': { enabled: trusted } } }),
        notebook === 'trusted');
      const outputs = await page.locator('.jp-RenderedHTMLCommon').count();
      const styled = await page.locator('.jp-RenderedHTMLCommon style').count();
      console.log(`${theme}, ${notebook}, ${width} px: ${outputs} outputs (${styled} with styles), ${found.violations.length} violations`);
      for (const violation of found.violations) {
        wrong++;
        console.log(`  ${violation.id}: ${violation.help}`);
        for (const node of violation.nodes.slice(0, 5)) console.log(`    ${node.html.slice(0, 160)}`);
      }
      if (outputs === 0) wrong++;
      await page.close();
    }
  }
}
await browser.close();
process.exit(wrong === 0 ? 0 : 1);

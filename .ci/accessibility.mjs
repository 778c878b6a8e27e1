// Opens the notebooks in JupyterLab and runs axe on their outputs. Exit code 1 if the displays are at fault, 2 if the
// browser or JupyterLab is.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [base] = process.argv.slice(2);
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const cells = JSON.parse(readFileSync('trusted.ipynb', 'utf8')).cells;
const OUTPUT = '.jp-OutputArea-child .jp-RenderedHTMLCommon';
const PATIENCE = 90_000;

// Settings of JupyterLab are written before a page is opened, so that it starts with them.
async function set(plugin, values) {
  const answer = await fetch(`${base}/lab/api/settings/${plugin}`, {
    method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ raw: JSON.stringify(values) })
  });
  if (!answer.ok) throw new Error(`JupyterLab refused ${plugin}: ${answer.status}`);
}

// How the outputs are looked at: with everything opened, and with the other view of models.
const VIEWS = ['opened', 'modules'];
function open(view) {
  for (const each of document.querySelectorAll('.jp-RenderedHTMLCommon details')) {
    each.open = !each.matches('.all') || view === 'modules';
  }
}

async function look(page, name, trusted) {
  const found = await page.evaluate(trusted => axe.run(
    { include: [['.jp-OutputArea-child .jp-RenderedHTMLCommon']] },
    {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
      // Of what is not trusted JupyterLab drops the box that scrolls a wide table, and scrolls its own, which has no
      // tabindex; browsers let the keyboard into it all the same.
      rules: { 'scrollable-region-focusable': { enabled: trusted } }
    }), trusted);
  for (const violation of found.violations) {
    console.log(`${name}: ${violation.id}: ${violation.help}`);
    for (const node of violation.nodes.slice(0, 5)) console.log(`    ${node.html.slice(0, 200)}`);
  }
  return found.violations.length;
}

async function inspect(browser, theme, notebook) {
  const dark = theme.endsWith('Dark');
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: dark ? 'dark' : 'light' });
  page.setDefaultTimeout(PATIENCE);
  await page.goto(`${base}/doc/tree/${notebook}.ipynb?reset`, { timeout: PATIENCE });
  await page.waitForFunction(count => document.querySelectorAll('.jp-CodeCell').length === count, cells.length);
  await page.waitForSelector(`[data-jp-theme-light="${!dark}"]`, { state: 'attached' });
  let wrong = 0;
  await page.waitForFunction(([output, count]) => document.querySelectorAll(output).length >= count, [OUTPUT, cells.length],
    { timeout: PATIENCE / 2 }).catch(async () => {
    wrong++;
    console.log(`${theme}, ${notebook}: ${await page.locator(OUTPUT).count()} of ${cells.length} outputs are shown`);
  });
  // The question for a kernel lies over the outputs, where axe could not judge them.
  await page.locator('.jp-Dialog .jp-mod-reject').click();
  await page.locator('.jp-Dialog').waitFor({ state: 'detached' });
  // JupyterLab's body has no height, as all in it is positioned: axe would take everything for hidden, and judge no colour.
  await page.addStyleTag({ content: 'body { height: 100vh }' });
  await page.evaluate(axe);
  const styled = await page.locator(`${OUTPUT} style`).count();
  for (const width of [1280, 320]) {
    for (const view of VIEWS) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(open, view);
      // What is scrolled away axe does not judge either.
      const height = await page.evaluate(() => document.querySelector('.jp-WindowedPanel-viewport').scrollHeight);
      await page.setViewportSize({ width, height: height + 400 });
      await page.waitForFunction(height => document.querySelector('.jp-WindowedPanel-outer').clientHeight >= height, height);
      const name = `${theme}, ${notebook}, ${width} px, ${view}`;
      if (process.env.PICTURES) {
        for (let i = 0; i < cells.length; i++) {
          const picture = `${dark ? 'dark' : 'light'}-${notebook}-${width}-${view}-${cells[i].source}.png`.replaceAll(' ', '-');
          await page.locator(OUTPUT).nth(i).screenshot({ path: `${process.env.PICTURES}/${picture}` });
        }
      }
      const violations = await look(page, name, notebook === 'trusted');
      wrong += violations;
      if (violations > 0) break;
    }
  }
  console.log(`${theme}, ${notebook}: ${cells.length} outputs (${styled} with styles), ${wrong === 0 ? 'nothing' : wrong} found`);
  await page.close();
  return wrong;
}

let wrong = 0;
try {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM, timeout: PATIENCE, args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu']
  });
  // Outputs that are scrolled away are there too.
  await set('@jupyterlab/notebook-extension:tracker', { windowingMode: 'none' });
  for (const theme of ['JupyterLab Light', 'JupyterLab Dark']) {
    await set('@jupyterlab/apputils-extension:themes', { theme });
    for (const notebook of ['trusted', 'untrusted']) wrong += await inspect(browser, theme, notebook);
  }
  await browser.close();
} catch (broken) {
  console.error(String(broken.stack ?? broken).split('\n').slice(0, 4).join('\n'));
  process.exit(wrong === 0 ? 2 : 1);
}
process.exit(wrong === 0 ? 0 : 1);

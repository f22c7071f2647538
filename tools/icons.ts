/**
 * `npm run icons`: renders the icons of the toolbar and the stores, in every size in the manifest, from the SVG files
 * beside them. Chromium renders them; the PNG files are committed, so that a build needs no browser.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { requireBrowser } from './browsers/find-browser.ts';
import { projectRoot } from './command-line/run-command.ts';

/** The largest is for the stores and the list of extensions, which never show the “off” icon. */
const sizesByName = { sidelight: [16, 32, 48, 128], 'sidelight-off': [16, 32, 48] };
const folder = join(projectRoot, 'assets/icons');

const browser = await puppeteer.launch({
  executablePath: requireBrowser('chromium'),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage();
  for (const [name, sizes] of Object.entries(sizesByName)) {
    const drawing = readFileSync(join(folder, `${name}.svg`)).toString('base64');
    for (const size of sizes) {
      await page.setViewport({ width: size, height: size });
      await page.setContent(
        `<style>body { margin: 0 } img { display: block }</style>
        <img width="${size}" height="${size}" src="data:image/svg+xml;base64,${drawing}">`,
        { waitUntil: 'load' },
      );
      const picture = await page.screenshot({ omitBackground: true });
      writeFileSync(join(folder, `${name}-${size}.png`), picture);
    }
  }
} finally {
  await browser.close();
}

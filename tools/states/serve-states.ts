import { join } from 'node:path';
import type { PageServer } from '../browsers/serve-pages.ts';
import { bundleScript } from '../bundle-script.ts';

/** A page as tall as an article, with its term where a card fits below it. */
const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>A card</title>
<style>
  html { background: light-dark(#fff, #121316); color: light-dark(#222, #ddd); font: 17px/1.6 Georgia, serif; }
  body { max-width: 34rem; margin: 2rem auto 60rem; padding: 0 1rem; }
</style>
<h1>A story</h1>
<p>Police said on Wednesday that <span id="term">Rekognition</span> would be set aside for a year.</p>
<p>They did not say what came next.</p>
<script src="/states/draw-card.js"></script>`;

let script: Promise<string> | undefined;

/** Bundles the script that draws states, once, and serves a page with it; returns the page's address. */
export async function serveStates(server: PageServer): Promise<string> {
  script ??= bundleScript(join(import.meta.dirname, 'draw-card.ts'));
  server.addPage('/states/draw-card.js', await script, { 'content-type': 'text/javascript; charset=utf-8' });
  server.addPage(
    '/states/empty.html',
    '<!doctype html><html lang="en"><title>A card</title><body></body></html>',
  );
  return server.addPage('/card.html', page);
}

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { PageServer } from '../browsers/serve-pages.ts';

/** A page of a story's height, its term where a card has room below it. */
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

/** Bundles the script that draws states, and serves a page with it; returns the page's address. */
export async function serveStates(server: PageServer): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'sidelight-states-'));
  await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      lib: {
        entry: join(import.meta.dirname, 'draw-card.ts'),
        formats: ['iife'],
        name: 'states',
        fileName: () => 'draw-card.js',
      },
    },
  });
  server.addFolder('/states/', outDir);
  return server.addPage('/card.html', page);
}

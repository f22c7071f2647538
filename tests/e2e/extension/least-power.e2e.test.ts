/** The content of the packages; `tools/vite/least-power.test.ts` tests how it gets there. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { builtFolder } from '../../../tools/browsers/launch-extension.ts';

describe.each(browserNames)('the package for %s', (name) => {
  const folder = builtFolder(name);
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });

  test('asks for these permissions and no other', () => {
    const ofBrowser = name === 'firefox' ? [] : ['sidePanel'];
    expect(manifest.permissions).toEqual(['storage', 'scripting', 'contextMenus', ...ofBrowser]);
    expect(manifest.host_permissions).toEqual(['<all_urls>']);
    expect(Object.keys(manifest).filter((key) => key.startsWith('optional'))).toEqual([]);
  });

  test('opens the card alone to pages, and nothing to other extensions', () => {
    const card = { resources: ['src/entrypoints/card.html'], matches: ['<all_urls>'] };
    const accessible = name === 'firefox' ? card : { ...card, use_dynamic_url: true };
    expect(manifest.web_accessible_resources).toEqual([accessible]);
    expect(manifest).not.toHaveProperty('externally_connectable');
    for (const script of manifest.content_scripts) expect(script.world ?? 'ISOLATED').toBe('ISOLATED');
  });

  test('lets its own pages load and ask for nothing from outside', () => {
    const policy: string = manifest.content_security_policy.extension_pages;
    const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]));
    expect(rules.get('default-src')).toEqual(["'none'"]);
    expect(rules.get('script-src')).toEqual(["'self'"]);
    for (const [rule, sources] of rules) {
      const allowed = rule === 'img-src' ? ["'self'", 'data:'] : ["'self'", "'none'"];
      expect(sources.filter((source) => !allowed.includes(source))).toEqual([]);
    }
    for (const rule of ['base-uri', 'form-action']) expect(rules.get(rule)).toEqual(["'none'"]);
  });

  test('holds no script that writes markup or evaluates text, and no page with a script or style in it', () => {
    const scripts = files.filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(10);
    const dangerous = /innerHTML|outerHTML\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function\(/;
    expect(scripts.filter((file) => dangerous.test(readFileSync(path.join(folder, file), 'utf8')))).toEqual(
      [],
    );
    const pages = files.filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(4);
    const inline = /<script(?![^>]*\bsrc=)|<style|\son[a-z]+=|(?:src|href)="(?:https?:)?\/\//;
    expect(pages.filter((file) => inline.test(readFileSync(path.join(folder, file), 'utf8')))).toEqual([]);
  });
});

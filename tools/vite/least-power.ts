import type { Plugin, Rolldown } from 'vite';

/**
 * Removes from the build what crxjs adds unnecessarily: `web_accessible_resources`, through which any page could detect
 * the extension, except for those of the manifest, and chunks that duplicate lazily loaded scripts. Must come after
 * `crx()`.
 * @param meant `web_accessible_resources` of the manifest
 */
export function removeWebAccessible(meant: unknown): Plugin {
  return {
    name: 'sidelight:no-other-web-accessible-resources',
    enforce: 'post',
    // crxjs looks for this hook on every plugin; Vite's own type does not have it.
    ...({
      renderCrxManifest(manifest: { web_accessible_resources?: unknown }) {
        return { ...manifest, web_accessible_resources: meant };
      },
    } as object),
    generateBundle(_options, bundle) {
      for (const fileName of Object.keys(bundle)) {
        if (/^assets\/[^/]*\.iife\.tsx?\.js$/.test(fileName)) delete bundle[fileName];
      }
    },
  };
}

/**
 * Removes Preact's raw HTML feature from every script, and fails the build if any `innerHTML` remains: text of a pack
 * or a page must never become markup. So are Readability's. Preact's two assignments are found by `__html`, the one name in them that no
 * minifier may change.
 */
export function removeInnerHtml(): Plugin {
  return {
    name: 'sidelight:no-inner-html',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) removeFrom(file, (message) => this.error(message));
      },
    },
  };
}

function removeFrom(
  file: Rolldown.OutputChunk | Rolldown.OutputAsset,
  fail: (message: string) => void,
): void {
  if (!file.fileName.endsWith('.js')) return;
  const code = file.type === 'chunk' ? file.code : textOf(file.source);
  if (!code.includes('innerHTML')) return;
  const cleaned = withoutReadabilityInnerHtml(withoutPreactInnerHtml(code));
  const rest = /.{0,80}innerHTML.{0,80}/s.exec(cleaned);
  if (rest) fail(`${file.fileName} still holds innerHTML: ${rest[0]}`);
  if (file.type === 'chunk') file.code = cleaned;
  else file.source = cleaned;
}

/**
 * Preact 10 renders a host element with `h.__html==p.__html||h.__html==i.innerHTML||(i.innerHTML=h.__html)` and empties
 * one with `i.innerHTML=""`. Removes exactly these; any other `innerHTML` stays and fails the build.
 */
export function withoutPreactInnerHtml(code: string): string {
  return code
    .replace(/[\w$]+\.__html\s*===?\s*[\w$]+\.innerHTML\b/g, 'false')
    .replace(/[\w$]+\.innerHTML\s*=\s*[\w$]+\.__html\b/g, 'void 0')
    .replace(/([\w$]+)\.innerHTML\s*=\s*(""|''|``)/g, '$1.textContent=""');
}

/** A name in Readability that no minifier may change. */
const readabilityName = '_allowedVideoRegex';

/**
 * Readability 0.6 saves a page's markup and writes it back before it tries again, and looks into `<noscript>` for
 * pictures. Copies nodes instead; what it only reads becomes the text.
 */
export function withoutReadabilityInnerHtml(code: string): string {
  if (!code.includes(readabilityName)) return code;
  return code
    .replace(/([\w$]+)\.innerHTML\s*=\s*([\w$]+)\.innerHTML\b/g, '$1.append($2.cloneNode(true))')
    .replace(/([\w$]+)\s*=\s*([\w$]+)\.innerHTML\b/g, '$1=$2.cloneNode(true)')
    .replace(/([\w$]+)\.innerHTML\s*=\s*([\w$]+)\b/g, '$1.replaceChildren(...$2.cloneNode(true).childNodes)')
    .replace(/\.innerHTML\b(?!\s*=[^=])/g, '.textContent');
}

/** The content of a build file, as text. */
export function textOf(source: string | Uint8Array): string {
  return typeof source === 'string' ? source : new TextDecoder().decode(source);
}

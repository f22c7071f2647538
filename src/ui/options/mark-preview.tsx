import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import fileStyles from '../../../assets/marks.css?inline';
import { text } from '../../i18n/texts.ts';
import { toneOn } from '../../settings/mark-style/mark-contrast.ts';
import { makeMarkStyleSheet } from '../../settings/mark-style/mark-style-sheet.ts';
import type { MarkStyle } from '../../settings/settings.ts';

interface MarkPreviewProps {
  readonly style: MarkStyle;
  /** Colours of a page, in six hexadecimal digits. */
  readonly ground: string;
  readonly ink: string;
}

/**
 * A few lines of an article with marks in every colour, drawn by the very style sheets that pages get. In a shadow root of its
 * own, so that this page's styles stay out of it.
 */
export function MarkPreview({ style, ground, ink }: MarkPreviewProps) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (host.current === null) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const sheets = [fileStyles, makeMarkStyleSheet(style)].map((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      return sheet;
    });
    root.adoptedStyleSheets = sheets;
    render(<Sample tone={toneOn(ground)} />, root);
  });
  return <div class="mark-preview" ref={host} style={{ background: ground, color: ink }} />;
}

function Sample({ tone }: { tone: 'light' | 'dark' }) {
  return (
    <div>
      {text('optionsPreviewText')
        .split(/(\{[\w-]+\|[^}]*\})/)
        .map((part) => {
          const [, look, words] = /^\{([\w-]+)\|([^}]*)\}$/.exec(part) ?? [];
          if (look === undefined) return part;
          return (
            <sidelight-mark key={look} class={`sidelight-${look}-${tone}`}>
              {words}
            </sidelight-mark>
          );
        })}
    </div>
  );
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'sidelight-mark': JSX.HTMLAttributes<HTMLElement>;
    }
  }
}

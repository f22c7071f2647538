import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import fileStyles from '../../../assets/marks.css?inline';
import { text } from '../../i18n/texts.ts';
import { colorSchemeOn } from '../../settings/mark-style/mark-contrast.ts';
import { makeMarkStyleSheet } from '../../settings/mark-style/mark-style-sheet.ts';
import type { MarkStyle } from '../../settings/settings.ts';

interface MarkPreviewProps {
  readonly style: MarkStyle;
  /** Page colours as six hexadecimal digits. */
  readonly background: string;
  readonly ink: string;
}

/**
 * A few lines of an article with marks, with topic colours in every one of them, drawn with the style sheets that pages get. The shadow root
 * keeps this page's styles out.
 */
export function MarkPreview({ style, background, ink }: MarkPreviewProps) {
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
    render(<Sample colorScheme={colorSchemeOn(background)} usesTopicColors={style.usesTopicColors} />, root);
  });
  return <div class="mark-preview" ref={host} style={{ background: background, color: ink }} />;
}

/** The neutral colour's number in the palette (`page/highlighting/palette.ts`). */
const neutral = '8';

interface SampleProps {
  readonly colorScheme: 'light' | 'dark';
  readonly usesTopicColors: boolean;
}

function Sample({ colorScheme, usesTopicColors }: SampleProps) {
  return (
    <div>
      {text('optionsPreviewText')
        .split(/(\{[\w-]+\|[^}]*\})/)
        .map((part) => {
          const [, styleName, words] = /^\{([\w-]+)\|([^}]*)\}$/.exec(part) ?? [];
          if (styleName === undefined) return part;
          const shown = usesTopicColors ? styleName : styleName.replace(/^\d$/, neutral);
          return (
            <sidelight-mark key={styleName} class={`sidelight-${shown}-${colorScheme}`}>
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

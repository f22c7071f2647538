import { useEffect, useRef } from 'preact/hooks';
import type { Article, TextSpan } from '../../../stories/text/article.ts';
import { placeParagraphs } from '../../../stories/text/place-paragraphs.ts';

interface KeptTextProps {
  readonly article: Article;
  /** The passage that is shown: marked, and scrolled to. */
  readonly passage: TextSpan | undefined;
}

/** The text of an article as it was kept. */
export function KeptText({ article: { text: words, language }, passage }: KeptTextProps) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // After the page has been scrolled to its top, or to where it was.
    const mark = root.current?.querySelector<HTMLElement>('mark');
    mark?.scrollIntoView({ block: 'center' });
    mark?.focus({ preventScroll: true });
  }, []);
  return (
    <div class="kept-text" ref={root} lang={language || undefined} dir="auto">
      {placeParagraphs(words).map((paragraph) => (
        <p key={paragraph.start}>
          <Marked words={words} paragraph={paragraph} passage={passage} />
        </p>
      ))}
    </div>
  );
}

interface MarkedProps {
  readonly words: string;
  readonly paragraph: TextSpan;
  readonly passage: TextSpan | undefined;
}

function Marked({ words, paragraph: { start, end }, passage }: MarkedProps) {
  const from = Math.max(start, passage?.start ?? end);
  const to = Math.min(end, passage?.end ?? start);
  if (from >= to) return <>{words.slice(start, end)}</>;
  return (
    <>
      {words.slice(start, from)}
      <mark class="found" tabIndex={-1}>
        {words.slice(from, to)}
      </mark>
      {words.slice(to, end)}
    </>
  );
}

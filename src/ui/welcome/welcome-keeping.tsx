import { Fragment } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { formatDay } from '../../i18n/format-date.ts';
import { currentLanguage } from '../../i18n/language.ts';
import { type TextKey, text } from '../../i18n/texts.ts';
import type { LanguageCode } from '../../settings/languages.ts';
import type { WordRun } from '../../view-models/compare-wording.ts';
import type { ExampleStory } from '../../view-models/stories/make-example-story.ts';
import type { StoryFact, StoryUtterance } from '../../view-models/stories/story-content.ts';

interface WelcomeKeepingProps {
  readExample(language: LanguageCode): Promise<ExampleStory>;
}

/** What keeping articles does, on two that are invented. */
export function WelcomeKeeping({ readExample }: WelcomeKeepingProps) {
  const language = currentLanguage();
  const [example, setExample] = useState<ExampleStory>();
  useEffect(() => {
    let isWanted = true;
    // Without it the page still says how to keep.
    readExample(language).then(
      (read) => isWanted && setExample(read),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [readExample, language]);
  return (
    <section aria-labelledby="keeping" class="keeping">
      <h2 id="keeping">{text('welcomeKeeping')}</h2>
      <p>{text('welcomeKeepingIntro', { button: text('keepArticle') })}</p>
      {example !== undefined && <Example example={example} />}
    </section>
  );
}

function Example({ example: { texts, content } }: { example: ExampleStory }) {
  const language = content.articles[0]?.language;
  const outlets = new Map(content.articles.map(({ id, outlet }) => [id, outlet]));
  const outletOf = (id: string | undefined) => outlets.get(id ?? '') ?? '';
  return (
    <>
      <p class="hint">{text('storiesExampleHint')}</p>
      <div class="told">
        {content.articles.map(({ id, outlet, title, date, language }) => (
          <div key={id} lang={language} dir="auto">
            <h3>{title}</h3>
            <p class="dateline">
              {outlet}, <time dateTime={date}>{formatDay(date)}</time>
            </p>
            {(texts[id] ?? '').split('\n\n').map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        ))}
      </div>
      <h3>{text('storyUtterances')}</h3>
      <ul class="found">
        {content.utterances.map((utterance) => (
          <Utterance
            key={utterance.printings[0]?.printedBy[0]?.parts[0]?.text}
            utterance={utterance}
            language={language}
            outletOf={outletOf}
          />
        ))}
      </ul>
      <h3>{text('storyOnlyHere')}</h3>
      <ul class="found" lang={language} dir="auto">
        {content.onlyHere.map(({ article, speaker, attribution, parts }) => (
          <li key={article}>
            <q>{parts.map((part) => part.text).join(' … ')}</q>{' '}
            <span class="hint">
              {[speaker ?? attribution, outletOf(article)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {content.facts.length > 0 && <h3>{text('storyFacts')}</h3>}
      {content.facts.map((fact) => (
        <div key={fact.sentences[0]?.text} lang={language} dir="auto">
          <Fact fact={fact} outletOf={outletOf} />
        </div>
      ))}
    </>
  );
}

const relationTexts = {
  identical: 'storyIdentical',
  overlap: 'storyOverlap',
  cut: 'storyCut',
  changed: 'storyChanged',
  differs: 'storyDiffers',
} as const satisfies Record<StoryUtterance['relation'], TextKey>;

interface UtteranceProps {
  readonly utterance: StoryUtterance;
  readonly language: string | undefined;
  outletOf(id: string | undefined): string;
}

function Utterance({ utterance, language, outletOf }: UtteranceProps) {
  const { speaker, relation, printings } = utterance;
  return (
    <li>
      <p>
        {speaker !== null && (
          <strong lang={language} dir="auto">
            {speaker}:{' '}
          </strong>
        )}
        {text(relationTexts[relation])}
      </p>
      {printings.map(({ printedBy, runs }) => (
        <p key={printedBy[0]?.article} lang={language} dir="auto">
          <q>
            {runs === null ? printedBy[0]?.parts.map((part) => part.text).join(' … ') : <Runs runs={runs} />}
          </q>{' '}
          <span class="hint">{printedBy.map(({ article }) => outletOf(article)).join(', ')}</span>
        </p>
      ))}
    </li>
  );
}

function Runs({ runs }: { runs: readonly WordRun[] }) {
  return (
    <>
      {runs.map(({ kind, text: words }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be cut twice
        <Fragment key={at}>
          {kind === 'same' && words.trimEnd()}
          {kind === 'added' && <ins>{words.trimEnd()}</ins>}
          {kind === 'cut' && <del>{words.trimEnd()}</del>}
          {/* Outside the mark, which would be drawn below it. */}
          {at < runs.length - 1 && /\s$/.test(words) && ' '}
        </Fragment>
      ))}
    </>
  );
}

function Fact({ fact, outletOf }: { fact: StoryFact; outletOf: UtteranceProps['outletOf'] }) {
  return (
    <ul class="found">
      {fact.sentences.map(({ text: sentence, marks, places }) => (
        <li key={sentence}>
          {marks.map(({ start, end }, at) => (
            <Fragment key={start}>
              {sentence.slice(marks[at - 1]?.end ?? 0, start)}
              <mark>{sentence.slice(start, end)}</mark>
            </Fragment>
          ))}
          {sentence.slice(marks.at(-1)?.end ?? 0)}{' '}
          <span class="hint">{places.map(({ article }) => outletOf(article)).join(', ')}</span>
        </li>
      ))}
    </ul>
  );
}

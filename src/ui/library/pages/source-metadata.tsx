import type { ComponentChildren } from 'preact';
import { formatList, type TextKey, text } from '../../../i18n/texts.ts';
import type { CitedSource } from '../../../view-models/card-content.ts';
import type { SourceContent } from '../../../view-models/library-content.ts';
import { PackWords } from '../../content/content-language.tsx';
import { DateText } from '../../content/date-text.tsx';
import { SourceEntry } from './source-entry.tsx';
import { sourceKindTexts } from './source-kind-texts.ts';

/** The source itself: who, when, where, and how its address was checked. */
export function SourceMetadata({ content }: { content: SourceContent }) {
  const { source, editionOf, laterEditions, partOf, parts } = content;
  const { outlet, authors = [], date, updatedAt, kind, url, checked, note } = source;
  return (
    <section>
      <h2>{text('librarySourceAbout')}</h2>
      <dl class="metadata">
        <Entry title="librarySourceOutlet">
          <PackWords>{outlet}</PackWords>
        </Entry>
        {authors.length > 0 && (
          <Entry title="librarySourceAuthors">
            <PackWords>{formatList(authors)}</PackWords>
          </Entry>
        )}
        <Entry title="librarySourceKind">{text(sourceKindTexts[kind])}</Entry>
        <Entry title="librarySourceDate">
          <DateText date={date} />
        </Entry>
        {updatedAt !== undefined && <Entry title="librarySourceUpdated">{updatedAt}</Entry>}
        <Entry title="librarySourceAddress">
          {url === undefined ? text('librarySourceNoAddress') : <Address url={url} />}
        </Entry>
        {checked !== undefined && (
          <Entry title="librarySourceChecked">
            <DateText date={{ value: checked.on, precision: 'day' }} />: <PackWords>{checked.how}</PackWords>
          </Entry>
        )}
        {editionOf && (
          <Entry title="librarySourceEditionOf">
            <Sources sources={[editionOf]} />
          </Entry>
        )}
        {laterEditions.length > 0 && (
          <Entry title="librarySourceEditions">
            <Sources sources={laterEditions} />
          </Entry>
        )}
        {partOf && (
          <Entry title="librarySourcePartOf">
            <Sources sources={[partOf]} />
          </Entry>
        )}
        {parts.length > 0 && (
          <Entry title="librarySourceParts">
            <Sources sources={parts} />
          </Entry>
        )}
        {note !== undefined && (
          <Entry title="librarySourceNote">
            <PackWords>{note}</PackWords>
          </Entry>
        )}
      </dl>
    </section>
  );
}

function Entry({ title, children }: { title: TextKey; children: ComponentChildren }) {
  return (
    <div>
      <dt>{text(title)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Address({ url }: { url: string }) {
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      <span dir="auto">{URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url}</span>
      <span class="hidden-visually"> {text('librarySourceNewTab')}</span>
    </a>
  );
}

function Sources({ sources }: { sources: readonly CitedSource[] }) {
  return sources.map((source) => (
    <p key={source.id}>
      <SourceEntry source={source} />
    </p>
  ));
}

import type { ComponentChildren } from 'preact';
import { formatNumber, type TextKey, text } from '../../../i18n/texts.ts';
import { MoreList } from '../../components/more-list.tsx';
import { PackWords } from '../../content/content-language.tsx';
import { DateText } from '../../content/date-text.tsx';
import { isNarrowed, type SearchAddress } from '../../content/library-address.ts';
import type { Facet, Facets } from '../worker/count-facets.ts';
import type { LibraryOverview } from '../worker/describe-packs.ts';
import { documentTypes, documentTypeTexts } from './document-types.ts';

interface FilterPanelProps {
  readonly address: SearchAddress;
  readonly facets: Facets;
  readonly overview: LibraryOverview;
  readonly isWide: boolean;
  onChange(address: SearchAddress): void;
}

/** Filters by type, topic and source, each with the number of results it would leave. */
export function FilterPanel({ address, facets, overview, isWide, onChange }: FilterPanelProps) {
  const chosenCount = address.topics.length + address.types.length + address.sources.length;
  const listProps = { address, onChange };
  return (
    <details class="filters" open={isWide}>
      <summary>
        {text('libraryFilter')}
        {chosenCount > 0 && <span class="count"> {formatNumber(chosenCount)}</span>}
      </summary>
      {/*
       * The wrapper is inside the <details>: on the <details> itself it would take its content out of the tab order.
       */}
      <div tabIndex={-1}>
        {isNarrowed(address) && (
          <button
            type="button"
            class="clear"
            onClick={() => onChange({ ...address, topics: [], types: [], sources: [] })}
          >
            {text('libraryFilterClear')}
          </button>
        )}
        <FilterList {...listProps} filter="types" title="libraryFilterType" choices={typeChoices(facets)} />
        <FilterList
          {...listProps}
          filter="topics"
          title="libraryFilterTopic"
          choices={topicChoices(facets, overview)}
        />
        <FilterList
          {...listProps}
          filter="sources"
          title="libraryFilterSource"
          choices={sourceChoices(facets, overview)}
        />
      </div>
    </details>
  );
}

interface Choice extends Facet {
  readonly label: ComponentChildren;
  readonly color?: string;
}

/** All types; of the others as many as can be taken in at a glance. */
const atFirst = { types: documentTypes.length, topics: 12, sources: 7 } as const;

interface FilterListProps {
  readonly address: SearchAddress;
  readonly filter: keyof Facets;
  readonly title: TextKey;
  readonly choices: readonly Choice[];
  onChange(address: SearchAddress): void;
}

function FilterList({ address, filter, title, choices, onChange }: FilterListProps) {
  if (choices.length === 0) return null;
  const chosen = address[filter];
  // Chosen values are never collapsed; a short list keeps its order.
  const isChosen = ({ value }: Choice) => chosen.includes(value);
  const isLong = choices.length > atFirst[filter] + 1;
  const shown = isLong ? [...choices.filter(isChosen), ...choices.filter((one) => !isChosen(one))] : choices;
  const choose = (value: string, isChosen: boolean) =>
    onChange({
      ...address,
      [filter]: isChosen ? [...chosen, value] : chosen.filter((other) => other !== value),
    });
  return (
    <fieldset>
      <legend>{text(title)}</legend>
      <MoreList
        atFirst={atFirst[filter]}
        class="choices"
        items={shown.map(({ value, label, count, color }) => (
          <li key={value} style={{ '--topic': color ?? null }}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={(event) => choose(value, event.currentTarget.checked)}
              />
              {color !== undefined && <span class="dot" aria-hidden="true" />}
              <span class="name">{label}</span> <span class="count">{formatNumber(count)}</span>
            </label>
          </li>
        ))}
      />
    </fieldset>
  );
}

/** Types and topics keep their order: a list that jumps under the pointer is hard to use. */
function typeChoices({ types }: Facets): Choice[] {
  const counts = new Map(types.map(({ value, count }) => [value, count]));
  return documentTypes
    .filter((type) => counts.has(type))
    .map((type) => ({ value: type, count: counts.get(type) ?? 0, label: text(documentTypeTexts[type]) }));
}

function topicChoices({ topics }: Facets, overview: LibraryOverview): Choice[] {
  const counts = new Map(topics.map(({ value, count }) => [value, count]));
  return overview.topics
    .filter(({ ref }) => counts.has(ref))
    .map(({ ref, title, color }) => ({
      value: ref,
      count: counts.get(ref) ?? 0,
      label: <PackWords>{title}</PackWords>,
      color,
    }));
}

function sourceChoices({ sources }: Facets, overview: LibraryOverview): Choice[] {
  const known = new Map(overview.sources.map((source) => [source.ref, source]));
  return sources.flatMap((facet) => {
    const source = known.get(facet.value);
    if (source === undefined) return [];
    const label = (
      <>
        <PackWords>{source.outlet}</PackWords>{' '}
        <span class="when">
          <DateText date={source.date} />
        </span>
        {source.title !== undefined && <PackWords class="title">{source.title}</PackWords>}
      </>
    );
    return [{ ...facet, label }];
  });
}

import { ArrowUpRight } from 'lucide-preact';
import { useContext } from 'preact/hooks';
import { countedText, text } from '../../i18n/texts.ts';
import type { CitedSource } from '../../view-models/card-content.ts';
import { alteredLast, yearOf } from '../../view-models/group-positions.ts';
import { textFragmentAddress } from '../../view-models/text-fragment.ts';
import { PackWords } from './content-language.tsx';
import { DateText } from './date-text.tsx';
import { PageLinksContext } from './page-links.ts';

interface SourceNameProps {
  readonly source: CitedSource;
  readonly editions?: number;
  /** The words quoted from it: the link then opens the source at these words. */
  readonly quoted?: string | undefined;
  /** Where the reader knows the year of most sources: then only another year is shown, and no day. */
  readonly knownYear?: string | undefined;
}

/** Outlet and date. Links to the source's page in the library, or else to the source if its address is known. */
export function SourceName({ source, editions = 1, quoted, knownYear }: SourceNameProps) {
  const year = yearOf(source);
  const sign = alteredSign(source);
  return (
    <>
      <OutletName source={source} quoted={quoted} />
      {sign !== undefined && <span class="when"> {sign}</span>}
      {year !== '' && knownYear !== year && (
        <span class="when">
          {' '}
          <DateText date={knownYear === undefined ? source.date : { value: year, precision: 'year' }} />
        </span>
      )}
      {editions > 1 && <span class="when"> · {countedText('sourceEditions', editions)}</span>}
    </>
  );
}

/** The outlet, as a link to the source where its address is known. */
export function OutletName({ source, quoted }: Pick<SourceNameProps, 'source' | 'quoted'>) {
  const page = useContext(PageLinksContext)?.source(source.id);
  const { outlet, url, rewordedFrom } = source;
  const title = rewordedFrom === undefined ? source.title : text('quoteAltered', { original: rewordedFrom });
  const address = url === undefined || quoted === undefined ? url : textFragmentAddress(url, quoted);
  if (page !== undefined) {
    return (
      <>
        <a class="outlet" href={page} title={title}>
          <PackWords>{outlet}</PackWords>
        </a>
        {quoted !== undefined && address !== undefined && <Outside address={address} outlet={outlet} />}
      </>
    );
  }
  if (address === undefined) return <PackWords class="outlet">{outlet}</PackWords>;
  return (
    <a class="outlet" href={address} target="_blank" rel="noopener noreferrer" title={title}>
      <PackWords>{outlet}</PackWords>
    </a>
  );
}

function Outside({ address, outlet }: { address: string; outlet: string }) {
  const label = text('sourceOpen', { outlet });
  return (
    <a
      class="outside"
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      title={label}
      aria-label={label}
    >
      <ArrowUpRight aria-hidden="true" />
    </a>
  );
}

/** "(altered copy)", unless the outlet is called so already, as "AP (altered copy)" in the built-in pack. */
export function alteredSign({ outlet, rewordedFrom }: CitedSource): string | undefined {
  const sign = text('panelAlteredCopy');
  return rewordedFrom === undefined || outlet.toLowerCase().includes(sign) ? undefined : `(${sign})`;
}

/** A list of sources, each outlet and date once; altered copies come last. */
export function SourceList({ sources }: { sources: readonly CitedSource[] }) {
  if (sources.length === 0) return null;
  const seen = new Set<string>();
  const distinct = alteredLast(sources, (source) => source).filter(({ outlet, date }) => {
    const key = `${outlet} ${date.value}`;
    return !seen.has(key) && seen.add(key);
  });
  return (
    <p class="sources">
      <span class="label">{text('cardSources')}</span>{' '}
      {distinct.map((source, at) => (
        <span key={source.id}>
          {at > 0 && '; '}
          <SourceName source={source} />
        </span>
      ))}
    </p>
  );
}

/** Shown with a quotation from an altered copy. */
export function AlteredNote({ source: { rewordedFrom } }: { source: CitedSource }) {
  if (rewordedFrom === undefined) return null;
  return <p class="caution">{text('quoteAltered', { original: rewordedFrom })}</p>;
}

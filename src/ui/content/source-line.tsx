import { ArrowUpRight } from 'lucide-preact';
import { useContext } from 'preact/hooks';
import { countedText, text } from '../../i18n/texts.ts';
import type { CitedSource } from '../../view-models/card-content.ts';
import { textFragmentAddress } from '../../view-models/text-fragment.ts';
import { PackWords } from './content-language.tsx';
import { DateText } from './date-text.tsx';
import { PageLinksContext } from './page-links.ts';

interface SourceNameProps {
  readonly source: CitedSource;
  readonly editions?: number;
  /** The words quoted from it: the link then opens the source at these words. */
  readonly quoted?: string | undefined;
}

/** Outlet and date. Links to the source's page in the library, or else to the source if its address is known. */
export function SourceName({ source, editions = 1, quoted }: SourceNameProps) {
  return (
    <>
      <OutletName source={source} quoted={quoted} />
      <span class="when">
        {' '}
        <DateText date={source.date} />
      </span>
      {editions > 1 && <span class="when"> · {countedText('sourceEditions', editions)}</span>}
    </>
  );
}

/** The outlet, as a link to the source where its address is known. */
export function OutletName({ source, quoted }: Pick<SourceNameProps, 'source' | 'quoted'>) {
  const page = useContext(PageLinksContext)?.source(source.id);
  const { outlet, title, url } = source;
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

/** A list of sources, each outlet and date once. */
export function SourceList({ sources }: { sources: readonly CitedSource[] }) {
  if (sources.length === 0) return null;
  const seen = new Set<string>();
  const distinct = sources.filter(({ outlet, date }) => {
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

/** Shown with every quotation from an altered copy. A dense list has the short text, with the full one as tooltip. */
export function AlteredNote({ source, isShort = false }: { source: CitedSource; isShort?: boolean }) {
  if (source.rewordedFrom === undefined) return null;
  const whole = text('quoteAltered', { original: source.rewordedFrom });
  return isShort ? (
    <span class="caution" title={whole}>
      {text('quoteAlteredShort')}
    </span>
  ) : (
    <p class="caution">{whole}</p>
  );
}

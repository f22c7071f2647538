import { useMemo } from 'preact/hooks';
import { text } from '../../../i18n/texts.ts';
import { isKept, keptStoryOf, refOf } from '../../../knowledge/qualify-pack.ts';
import type { CheckedQuotation, FoundStatement } from '../../../view-models/stories/checked-text.ts';
import { ContentLanguageContext, PackWords } from '../../content/content-language.tsx';
import { writeAddress } from '../../content/library-address.ts';
import { type PageLinks, PageLinksContext } from '../../content/page-links.ts';
import { QuoteDifferences } from '../../content/quote-differences.tsx';
import { SourceName } from '../../content/source-line.tsx';
import { describeOutcome } from './describe-outcome.ts';

interface CheckedQuotationViewProps {
  readonly quotation: CheckedQuotation;
  readonly sourceCount: number;
}

/** A quotation of a checked text: whether it was found, what differs, and who prints it. */
export function CheckedQuotationView({ quotation, sourceCount }: CheckedQuotationViewProps) {
  const { text: words, isMarked, outcome, unknown, found, printers } = quotation;
  return (
    <li class={`checked ${outcome}`}>
      <p>
        <span class="stance">{describeOutcome(quotation, sourceCount)}</span>
        {!isMarked && <span class="when"> {text('checkUnmarked')}</span>}
      </p>
      <blockquote class="quote" dir="auto">
        <p>{isMarked ? `“${words}”` : words}</p>
      </blockquote>
      {unknown.length > 0 && (
        <p class="caution">
          {text('checkUnknown')}{' '}
          {unknown.map((part, at) => (
            <>
              {at > 0 && '; '}
              <q dir="auto">{part}</q>
            </>
          ))}
        </p>
      )}
      {found.map((one) => (
        <FoundView key={one.statement.ref} found={one} />
      ))}
      {printers.length > 0 && (
        <ul class="sources">
          {printers.map(({ id, outlet, title }) => (
            <li key={id}>
              {text('checkKept')}{' '}
              <a class="outlet" href={`#/kept/${id}`} title={title} dir="auto">
                {outlet || title || text('keptUntitled')}
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function FoundView({ found: { pack, statement, differences, speakerDiffers } }: { found: FoundStatement }) {
  const links = useMemo(() => linksInto(pack.id), [pack.id]);
  const speaker = statement.speaker?.text ?? text('speakerUnnamed');
  const story = keptStoryOf(pack.id);
  return (
    <PageLinksContext.Provider value={links}>
      <ContentLanguageContext.Provider value={pack.language}>
        <div class="found-statement">
          <p class="speaker">
            <strong>{statement.speaker === null ? speaker : <PackWords>{speaker}</PackWords>}</strong>{' '}
            <span class="when">
              {story === undefined ? (
                <a href={links.statement(statement.ref)}>{text('checkStatement')}</a>
              ) : (
                <>
                  {text('checkKept')}{' '}
                  <a href={`#/story/${story}`}>
                    <PackWords>{pack.title}</PackWords>
                  </a>
                </>
              )}
            </span>
          </p>
          {speakerDiffers && <p class="caution">{text('checkSpeakerDiffers', { speaker })}</p>}
          <QuoteDifferences differences={differences} explanation={text('checkKey')} />
          <ul class="sources">
            {statement.wordings.map(({ source, parts }) => (
              <li key={source.id}>
                <SourceName source={source} quoted={parts[0]?.text} />
              </li>
            ))}
          </ul>
        </div>
      </ContentLanguageContext.Provider>
    </PageLinksContext.Provider>
  );
}

/** A source of a kept story is a kept article, by the same id. */
function linksInto(packId: string): PageLinks & { statement(ref: string): string } {
  return {
    source: (id) =>
      isKept(packId) ? `#/kept/${id}` : writeAddress({ kind: 'source', ref: refOf(packId, id) }),
    entity: (ref) => writeAddress({ kind: 'entity', ref }),
    statement: (ref) => writeAddress({ kind: 'statement', ref }),
    claim: (ref) => writeAddress({ kind: 'claim', ref }),
  };
}

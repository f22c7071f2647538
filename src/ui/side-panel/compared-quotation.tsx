import { BookmarkCheck } from 'lucide-preact';
import { type TextKey, text } from '../../i18n/texts.ts';
import { excerpt } from '../../knowledge/text/excerpt.ts';
import type {
  ComparedPrinting,
  ComparedQuotation,
  ElsewhereQuotation,
  KeptPrinter,
  NamedSpeaker,
} from '../../view-models/stories/kept-comparison.ts';
import { textFragmentAddress } from '../../view-models/text-fragment.ts';
import { PackWords } from '../content/content-language.tsx';
import { libraryPage } from '../content/library-address.ts';
import { ExcerptWords } from './excerpt-words.tsx';

/** About six lines of the panel, in characters. */
const quotationLength = 260;

interface ComparedQuotationViewProps {
  readonly quotation: ComparedQuotation;
  /** Said where no kept article prints it. */
  readonly absence: readonly string[];
  onReveal: (() => void) | undefined;
}

/** A quotation of the page, and how kept articles print it. */
export function ComparedQuotationView({ quotation, absence, onReveal }: ComparedQuotationViewProps) {
  const { pieces, speaker, printings, finding } = quotation;
  const isDrawn = printings.some(({ here }) => here.length > 0);
  return (
    <li class={`compared-quotation ${finding}`}>
      {!isDrawn && <Words pieces={pieces} />}
      {isDrawn && printings[0] !== undefined && (
        <p class="compared-words">
          <span class="by">{text('comparedHere')}</span>{' '}
          <q dir="auto">
            <ExcerptWords pieces={(printings.find(({ here }) => here.length > 0) ?? printings[0]).here} />
          </q>
        </p>
      )}
      <SpeakerWords speaker={speaker} />
      {printings.length === 0 &&
        absence.map((line) => (
          <p key={line} class="compared-how">
            {line}
          </p>
        ))}
      {printings.map((printing) => (
        <Printing key={printing.printers[0]?.id} printing={printing} />
      ))}
      {onReveal !== undefined && (
        <button type="button" class="show-all" onClick={onReveal}>
          {text('panelShowOnPage')}
        </button>
      )}
    </li>
  );
}

/** A quotation that kept articles print, and the page does not. */
export function ElsewhereView({
  quotation: { pieces, speaker, printers },
}: {
  quotation: ElsewhereQuotation;
}) {
  return (
    <li class="compared-quotation">
      <Words pieces={pieces} />
      <SpeakerWords speaker={speaker} />
      <Printers printers={printers} />
    </li>
  );
}

function Words({ pieces }: { pieces: readonly string[] }) {
  return (
    <p class="compared-words">
      <q dir="auto">{excerpt(pieces.join(' … '), quotationLength)}</q>
    </p>
  );
}

/** A name only if it is certain; otherwise the words beside the quotation. */
function SpeakerWords({ speaker }: { speaker: NamedSpeaker | null }) {
  if (speaker === null) return null;
  return (
    <p class="speakers">
      {speaker.isCertain ? (
        <PackWords>{speaker.name}</PackWords>
      ) : (
        text('comparedAsPrinted', { words: speaker.name })
      )}
    </p>
  );
}

const relationTexts: Readonly<Record<ComparedPrinting['relation'], TextKey>> = {
  verbatim: 'quoteMatchVerbatim',
  cut: 'comparedShorterHere',
  longer: 'comparedLongerHere',
  overlap: 'comparedOverlap',
  changed: 'quoteMatchSimilar',
  unmarked: 'comparedUnmarked',
  apart: 'comparedApart',
};

const turnTexts: Readonly<Record<ComparedPrinting['turns'][number], TextKey>> = {
  number: 'comparedTurnNumber',
  unit: 'comparedTurnUnit',
  time: 'comparedTurnTime',
  name: 'comparedTurnName',
  negation: 'comparedTurnNegation',
  modal: 'comparedTurnModal',
  direction: 'comparedTurnDirection',
};

function Printing({ printing }: { printing: ComparedPrinting }) {
  const { relation, meaning, turns, printers, there } = printing;
  const [turn] = turns;
  const isAltered = meaning === 'differs';
  const how = isAltered
    ? turn === undefined
      ? 'quoteMatchAltered'
      : turnTexts[turn]
    : relationTexts[relation];
  return (
    <div class="compared-printing">
      <p class="compared-how">
        <span class={isAltered ? 'kind altered' : 'kind'}>{text(how)}</span>
        {' · '}
        <Printers printers={printers} />
      </p>
      {there.length > 0 && (
        <p class="compared-words">
          <q dir="auto">
            <ExcerptWords pieces={there} />
          </q>
        </p>
      )}
    </div>
  );
}

/** Each outlet as a link to the words on its page, with a link to the kept copy. */
function Printers({ printers }: { printers: readonly KeptPrinter[] }) {
  return (
    <span class="speakers">
      {printers.map((printer, at) => (
        <span key={printer.id}>
          {at > 0 && ' · '}
          <Printer printer={printer} />
        </span>
      ))}
    </span>
  );
}

function Printer({ printer: { id, outlet, title, address, quoted } }: { printer: KeptPrinter }) {
  const name = outlet || excerpt(title, 40) || text('panelUntitled');
  const copy = text('comparedCopy', { outlet: name });
  return (
    <>
      {/^https?:/.test(address) ? (
        <a
          class="outlet"
          href={textFragmentAddress(address, quoted)}
          target="_blank"
          rel="noopener noreferrer"
          title={title}
        >
          <PackWords>{name}</PackWords>
        </a>
      ) : (
        <PackWords class="outlet">{name}</PackWords>
      )}{' '}
      <a
        class="outside"
        href={`${libraryPage}#/kept/${id}`}
        target="_blank"
        rel="noopener"
        title={copy}
        aria-label={copy}
      >
        <BookmarkCheck aria-hidden="true" />
      </a>
    </>
  );
}

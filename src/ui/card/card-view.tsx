import { ArrowLeft, ArrowRight, X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { CardRequest } from '../../contracts/card-calls.ts';
import { formatNumber, text } from '../../i18n/texts.ts';
import type { CardContent } from '../../view-models/card-content.ts';
import { makeCardFront } from '../../view-models/card-front/make-card-front.ts';
import { ContentLanguageContext, PackWords, useContentLanguage } from '../content/content-language.tsx';
import { prepareNames } from '../content/locate-names.ts';
import { OpenEntityContext } from '../content/open-entity.ts';
import { PackProvenance } from '../content/pack-provenance.tsx';
import { QuotedNamesContext } from '../content/quoted-words.tsx';
import { typeTexts } from '../content/type-texts.ts';
import type { CardActions } from './card-actions.ts';
import { CardFooter } from './card-footer.tsx';
import { type CardSection, datesKey, listCardSections } from './views/card-sections.tsx';
import { EntityFront } from './views/entity-front.tsx';
import { QuotationFront, QuotationOccasion, QuotationTitle } from './views/quotation-front.tsx';
import { listQuotationSections } from './views/quotation-sections.tsx';

export interface CardViewProps {
  readonly content: CardContent;
  readonly request: Pick<CardRequest, 'subject' | 'textOnPage' | 'mention' | 'pageDate' | 'trace'>;
  /** The previous and next cards in the reader's history, if any. */
  readonly previousTitle?: string | undefined;
  readonly nextTitle?: string | undefined;
  readonly actions: CardActions;
  /** The key of the section that is shown in place of the front. */
  readonly section?: string | undefined;
  /** Shows a section, or the front again. */
  onSection(key: string | undefined): void;
  onBack(): void;
  onForward(): void;
  onRelated(ref: string): void;
  onClose(): void;
}

export const titleId = 'title';

/** Longer titles are set smaller: in large type they would fill three lines or more … */
const maxLargeLetters = 28;
/** … and these a whole card. */
const maxMediumLetters = 80;

/** One card: its front, which is one glance, and in place of it one of the sections. */
export function CardView(props: CardViewProps) {
  const { content, request, actions, onSection, onRelated } = props;
  const { pageDate } = request;
  const findNames = useMemo(
    () => (content.names.length === 0 ? undefined : prepareNames(content.names, content.longerNames)),
    [content.names, content.longerNames],
  );
  const openEntity = useMemo(
    () => (ref: string) => (ref === content.ref ? undefined : () => onRelated(ref)),
    [content.ref, onRelated],
  );
  const front = useMemo(() => (content.kind === 'entity' ? makeCardFront(content) : undefined), [content]);
  const sections =
    content.kind === 'entity'
      ? listCardSections(content, pageDate, onRelated)
      : listQuotationSections(content, pageDate);
  const section = sections.find(({ key }) => key === props.section);
  return (
    <ContentLanguageContext.Provider value={content.pack.language}>
      <OpenEntityContext.Provider value={openEntity}>
        <QuotedNamesContext.Provider value={findNames}>
          <CardHeader {...props} />
          <div class="body" key={section?.key ?? 'front'}>
            {section !== undefined ? (
              <SectionBody section={section} onFront={() => onSection(undefined)} />
            ) : front !== undefined ? (
              <EntityFront
                content={content}
                front={front}
                pageDate={pageDate}
                onDates={() => onSection(datesKey)}
              />
            ) : (
              <QuotationFront content={content} request={request} />
            )}
            <PackProvenance pack={content.pack} />
          </div>
          <CardFooter
            content={content}
            request={request}
            isOfPage={content.ref === request.subject.ref}
            actions={actions}
            sections={sections}
            current={section?.key}
            onSection={onSection}
          />
        </QuotedNamesContext.Provider>
      </OpenEntityContext.Provider>
    </ContentLanguageContext.Provider>
  );
}

/** The id of the heading of the section that is shown. */
export const sectionHeadingId = 'section';

function SectionBody({
  section: { title, count, body },
  onFront,
}: {
  section: CardSection;
  onFront(): void;
}) {
  return (
    <>
      <div class="section-head">
        <button type="button" class="section-back" onClick={onFront}>
          <ArrowLeft class="directional" aria-hidden="true" />
          {text('cardFront')}
        </button>
        <h3 id={sectionHeadingId} tabIndex={-1}>
          {title}
          {count !== undefined && <span class="when"> {formatNumber(count)}</span>}
        </h3>
      </div>
      {body()}
    </>
  );
}

function sizeOf({ length }: string): string | undefined {
  if (length <= maxLargeLetters) return undefined;
  return length > maxMediumLetters ? 'medium long' : 'medium';
}

function CardHeader({ content, previousTitle, nextTitle, onBack, onForward, onClose }: CardViewProps) {
  return (
    <header>
      {(previousTitle !== undefined || nextTitle !== undefined) && (
        <p class="card-nav">
          {previousTitle !== undefined && (
            <NavButton label={text('cardBack', { title: previousTitle })} onClick={onBack}>
              <ArrowLeft class="directional" aria-hidden="true" />
              <PackWords>{previousTitle}</PackWords>
            </NavButton>
          )}
          {nextTitle !== undefined && (
            <NavButton label={text('cardForward', { title: nextTitle })} onClick={onForward}>
              <PackWords>{nextTitle}</PackWords>
              <ArrowRight class="directional" aria-hidden="true" />
            </NavButton>
          )}
        </p>
      )}
      <h2 id={titleId} class={sizeOf(content.title)} {...useContentLanguage()}>
        {content.kind === 'statement' ? <QuotationTitle content={content} /> : content.title}
      </h2>
      <p class="kind">
        {content.kind === 'statement' ? <QuotationOccasion content={content} /> : <Kind content={content} />}
      </p>
      <button type="button" class="close icon" aria-label={text('cardClose')} onClick={onClose}>
        <X aria-hidden="true" />
      </button>
    </header>
  );
}

function Kind({ content: { type, topic, pack } }: Pick<CardViewProps, 'content'>) {
  // In a story a concept is whatever no article says the nature of.
  const isKnown = pack.keptCount === undefined || type !== 'concept';
  return (
    <>
      {isKnown && <span class="type">{text(typeTexts[type])}</span>}
      {topic.title !== '' && (
        <span>
          {isKnown && ' · '}
          <PackWords>{topic.title}</PackWords>
        </span>
      )}
    </>
  );
}

interface NavButtonProps {
  readonly label: string;
  readonly children: ComponentChildren;
  onClick(): void;
}

function NavButton({ label, children, onClick }: NavButtonProps) {
  return (
    <button type="button" title={label} aria-label={label} onClick={onClick}>
      {children}
    </button>
  );
}

import { CircleQuestionMark, Copy, EyeOff, Flag, Settings2, ShieldOff } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CardContent } from '../briefing/card-content.ts';
import { citeCard, reportCard } from './cite-card.ts';
import { copyText } from './copy-text.ts';
import { text } from './texts.ts';

/** What a card can have done elsewhere; each rejects with a reason to show. */
export interface CardActions {
  /** The page's host, empty where it has none (a file). */
  readonly site: string;
  hideEntity(ref: string): Promise<void>;
  switchSiteOff(): Promise<void>;
  openSettings(): Promise<void>;
}

interface CardFooterProps {
  readonly content: CardContent;
  readonly textOnPage: string;
  readonly actions: CardActions;
}

interface Outcome {
  readonly message: string;
  /** A text that could not be copied, shown to be copied by hand. */
  readonly manual?: string;
}

export function CardFooter({ content, textOnPage, actions }: CardFooterProps) {
  const [outcome, setOutcome] = useState<Outcome>({ message: '' });
  const [isWhyOpen, setIsWhyOpen] = useState(false);
  const say = (message: string) => setOutcome({ message });
  const copy = async (words: string, done: string) => {
    const isCopied = await copyText(words);
    setOutcome(isCopied ? { message: done } : { message: text('actionCopyFailed'), manual: words });
  };
  const act = (work: () => Promise<void>, done: string) =>
    work().then(
      () => say(done),
      (error: unknown) =>
        say(text('actionFailed', { reason: error instanceof Error ? error.message : String(error) })),
    );
  const { site } = actions;
  const isEntity = content.kind === 'entity';
  return (
    <footer>
      {isWhyOpen && <Why content={content} textOnPage={textOnPage} />}
      <p class="outcome" role="status">
        {outcome.message}
      </p>
      {outcome.manual !== undefined && <ManualCopy key={outcome.manual} words={outcome.manual} />}
      <div class="actions">
        <Action
          label={text('actionCopy')}
          onClick={() => copy(citeCard(content), text('actionCopied'))}
          isWordy
        >
          <Copy size={16} aria-hidden="true" />
        </Action>
        <span class="spring" />
        <Action label={text('actionWhy')} isExpanded={isWhyOpen} onClick={() => setIsWhyOpen(!isWhyOpen)}>
          <CircleQuestionMark size={17} aria-hidden="true" />
        </Action>
        {isEntity && (
          <Action
            label={text('actionHide')}
            onClick={() => act(() => actions.hideEntity(content.ref), text('actionHidden'))}
          >
            <EyeOff size={17} aria-hidden="true" />
          </Action>
        )}
        {site !== '' && (
          <Action
            label={text('actionSite')}
            onClick={() => act(() => actions.switchSiteOff(), text('actionSiteOff', { site }))}
          >
            <ShieldOff size={17} aria-hidden="true" />
          </Action>
        )}
        <Action
          label={text('actionReport')}
          onClick={() => copy(reportCard(content, { textOnPage }), text('actionReported'))}
        >
          <Flag size={17} aria-hidden="true" />
        </Action>
        <Action label={text('actionSettings')} onClick={() => act(() => actions.openSettings(), '')}>
          <Settings2 size={17} aria-hidden="true" />
        </Action>
      </div>
    </footer>
  );
}

interface ActionProps {
  readonly label: string;
  readonly isWordy?: boolean;
  readonly isExpanded?: boolean;
  readonly children: ComponentChildren;
  onClick(): void;
}

function Action({ label, isWordy = false, isExpanded, children, onClick }: ActionProps) {
  return (
    <button
      type="button"
      class={isWordy ? 'action' : 'action icon'}
      title={label}
      aria-label={label}
      aria-expanded={isExpanded}
      onClick={onClick}
    >
      {children}
      {isWordy && <span>{label}</span>}
    </button>
  );
}

function Why({ content, textOnPage }: Pick<CardFooterProps, 'content' | 'textOnPage'>) {
  const names = content.names.map((name) => `“${name}”`).join(', ');
  return (
    <div class="why">
      <p>{text('whyText', { text: textOnPage })}</p>
      {names !== '' && <p>{text('whyNames', { pack: content.pack.title, title: content.title, names })}</p>}
      <p class="when">{text('whyId', { ref: content.ref })}</p>
    </div>
  );
}

function ManualCopy({ words }: { words: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <textarea
      ref={field}
      class="manual"
      readOnly
      rows={4}
      aria-label={text('actionCopyManual')}
      value={words}
    />
  );
}

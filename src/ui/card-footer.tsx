import { CircleQuestionMark, CircleSlash, Copy, EyeOff, Flag, Settings2, ShieldOff } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CardContent } from '../briefing/card-content.ts';
import type { MatchException } from '../settings/settings.ts';
import type { CardRequest } from './card-port.ts';
import { citeCard, reportCard } from './cite-card.ts';
import { copyText } from './copy-text.ts';
import { describeFailure } from './describe-failure.ts';
import { text } from './texts.ts';
import { WhyMarked } from './why-marked.tsx';
import { WrongMatchQuestion } from './wrong-match.tsx';

/** What a card can have done elsewhere; each rejects with a reason to show. */
export interface CardActions {
  /** The page's host, empty where it has none (a file). */
  readonly site: string;
  hideEntity(ref: string, isHidden: boolean): Promise<void>;
  /** Leaves a name out, or takes it back. */
  noteWrongMatch(wrong: MatchException, isNoted: boolean): Promise<void>;
  /** Switches the page's site off, or takes that back. */
  switchSite(isOn: boolean): Promise<void>;
  openSettings(): Promise<void>;
  /** At an address of the library, `#/entity/PACK/ID`. */
  openLibrary(address: string): Promise<void>;
}

interface CardFooterProps {
  readonly content: CardContent;
  readonly request: Pick<CardRequest, 'textOnPage' | 'mention'>;
  /** The card is of what the reader opened on the page, not of something that is related to it. */
  readonly isOfPage: boolean;
  readonly actions: CardActions;
}

interface Outcome {
  readonly message: string;
  /** A text that could not be copied, shown to be copied by hand. */
  readonly manual?: string;
  /** Takes back what was done. */
  readonly undo?: () => Promise<void>;
}

export function CardFooter({ content, request, isOfPage, actions }: CardFooterProps) {
  const [shown, setShown] = useState<'why' | 'wrong'>();
  const buttons = useRef<HTMLDivElement>(null);
  const wrongButton = useRef<HTMLButtonElement>(null);
  const { outcome, copy, act } = useOutcome();
  const { site } = actions;
  const mention = isOfPage ? request.mention : undefined;

  const undo = (work: () => Promise<void>) => {
    // The button that had the focus goes with what it undid.
    buttons.current?.querySelector('button')?.focus();
    void act(work, { message: text('actionUndone') });
  };
  const toggle = (part: 'why' | 'wrong') => setShown(shown === part ? undefined : part);
  const endQuestion = () => {
    setShown(undefined);
    wrongButton.current?.focus();
  };
  const noteWrong = (wrong: MatchException) => {
    endQuestion();
    void act(() => actions.noteWrongMatch(wrong, true), {
      message: text('wrongNoted', { name: wrong.name }),
      undo: () => actions.noteWrongMatch(wrong, false),
    });
  };
  return (
    <footer>
      {shown === 'why' && <WhyMarked content={content} request={request} />}
      {shown === 'wrong' && mention !== undefined && (
        <WrongMatchQuestion
          content={content}
          mention={mention}
          site={site}
          onChoose={noteWrong}
          onCancel={endQuestion}
        />
      )}
      <OutcomeLine outcome={outcome} onUndo={undo} />
      <div class="actions" ref={buttons}>
        <Action
          label={text('actionCopy')}
          onClick={() => copy(citeCard(content), text('actionCopied'))}
          isWordy
        >
          <Copy aria-hidden="true" />
        </Action>
        <span class="spring" />
        <Action label={text('actionWhy')} isExpanded={shown === 'why'} onClick={() => toggle('why')}>
          <CircleQuestionMark aria-hidden="true" />
        </Action>
        {mention !== undefined && (
          <Action
            label={text('actionWrong')}
            isExpanded={shown === 'wrong'}
            onClick={() => toggle('wrong')}
            buttonRef={wrongButton}
          >
            <CircleSlash aria-hidden="true" />
          </Action>
        )}
        {content.kind === 'entity' && <HideAction entity={content.ref} hide={actions.hideEntity} act={act} />}
        {site !== '' && (
          <Action
            label={text('actionSite')}
            onClick={() =>
              act(() => actions.switchSite(false), {
                message: text('actionSiteOff', { site }),
                undo: () => actions.switchSite(true),
              })
            }
          >
            <ShieldOff aria-hidden="true" />
          </Action>
        )}
        <Action
          label={text('actionReport')}
          onClick={() => copy(reportCard(content, request), text('actionReported'))}
        >
          <Flag aria-hidden="true" />
        </Action>
        <Action
          label={text('actionSettings')}
          onClick={() => act(() => actions.openSettings(), { message: '' })}
        >
          <Settings2 aria-hidden="true" />
        </Action>
      </div>
    </footer>
  );
}

/** What the latest action came to. */
function useOutcome() {
  const [outcome, setOutcome] = useState<Outcome>({ message: '' });
  return {
    outcome,
    async copy(words: string, done: string): Promise<void> {
      const isCopied = await copyText(words);
      setOutcome(isCopied ? { message: done } : { message: text('actionCopyFailed'), manual: words });
    },
    act(work: () => Promise<void>, done: Outcome): Promise<void> {
      return work().then(
        () => setOutcome(done),
        (error: unknown) =>
          setOutcome({
            message: text('actionFailed', { reason: describeFailure(error) }),
          }),
      );
    },
  };
}

interface OutcomeLineProps {
  readonly outcome: Outcome;
  onUndo(work: () => Promise<void>): void;
}

function OutcomeLine({ outcome: { message, undo, manual }, onUndo }: OutcomeLineProps) {
  return (
    <>
      <div class="outcome">
        <p role="status">{message}</p>
        {undo !== undefined && (
          <button type="button" class="undo" onClick={() => onUndo(undo)}>
            {text('actionUndo')}
          </button>
        )}
      </div>
      {manual !== undefined && <ManualCopy key={manual} words={manual} />}
    </>
  );
}

interface ActionProps {
  readonly label: string;
  readonly isWordy?: boolean;
  readonly isExpanded?: boolean;
  readonly children: ComponentChildren;
  readonly buttonRef?: { current: HTMLButtonElement | null };
  onClick(): void;
}

function Action({ label, isWordy = false, isExpanded, children, buttonRef, onClick }: ActionProps) {
  return (
    <button
      type="button"
      {...(buttonRef && { ref: buttonRef })}
      class={isWordy ? 'action' : 'action icon'}
      aria-label={label}
      aria-expanded={isExpanded}
      onClick={onClick}
    >
      {children}
      {isWordy && <span>{label}</span>}
    </button>
  );
}

interface HideActionProps {
  readonly entity: string;
  readonly hide: CardActions['hideEntity'];
  readonly act: ReturnType<typeof useOutcome>['act'];
}

function HideAction({ entity, hide, act }: HideActionProps) {
  const undo = () => hide(entity, false);
  return (
    <Action
      label={text('actionHide')}
      onClick={() => act(() => hide(entity, true), { message: text('actionHidden'), undo })}
    >
      <EyeOff aria-hidden="true" />
    </Action>
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

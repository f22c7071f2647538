import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CardRequest } from '../../contracts/card-calls.ts';
import { text } from '../../i18n/texts.ts';
import type { MatchException } from '../../settings/settings.ts';
import type { CardContent } from '../../view-models/card-content.ts';
import { ActionBar } from './action-bar.tsx';
import type { CardActions } from './card-actions.ts';
import { type ActionOutcome, useOutcome } from './use-outcome.ts';
import { WhyMarked } from './why-marked.tsx';
import { WrongMatchQuestion } from './wrong-match.tsx';

interface CardFooterProps {
  readonly content: CardContent;
  readonly request: Pick<CardRequest, 'textOnPage' | 'mention'>;
  /** The card shows what the reader opened on the page, not a related entity. */
  readonly isOfPage: boolean;
  readonly actions: CardActions;
  /** Above the row of actions: links to the card's sections. */
  readonly children?: ComponentChildren;
}

export function CardFooter({ content, request, isOfPage, actions, children }: CardFooterProps) {
  const [shown, setShown] = useState<'why' | 'wrong'>();
  const buttons = useRef<HTMLDivElement>(null);
  const wrongButton = useRef<HTMLButtonElement>(null);
  const { outcome, copy, act } = useOutcome();
  const { site } = actions;
  const mention = isOfPage ? request.mention : undefined;

  const undo = (work: () => Promise<void>) => {
    // The focused undo button disappears once it has been used.
    buttons.current?.querySelector('button')?.focus();
    void act(work, { message: text('actionUndone') }, work);
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
      {actions.isPrivate === true && <p class="private">{text('privateKept')}</p>}
      <OutcomeLine outcome={outcome} onUndo={undo} />
      {children}
      <ActionBar
        content={content}
        request={request}
        actions={actions}
        outcome={{ copy, act }}
        shown={shown}
        toggle={toggle}
        hasMention={mention !== undefined}
        buttons={buttons}
        wrongButton={wrongButton}
      />
    </footer>
  );
}

interface OutcomeLineProps {
  readonly outcome: ActionOutcome;
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

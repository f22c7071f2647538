import { useEffect, useRef, useState } from 'preact/hooks';
import type { CardRequest } from '../../contracts/card-calls.ts';
import { text } from '../../i18n/texts.ts';
import type { MatchException } from '../../settings/settings.ts';
import type { CardContent } from '../../view-models/card-content.ts';
import { writeAddress } from '../content/library-address.ts';
import type { CardActions } from './card-actions.ts';
import { MoreMenu } from './more-menu.tsx';
import { type ActionOutcome, useOutcome } from './use-outcome.ts';
import type { CardSection } from './views/card-sections.tsx';
import { SectionLinks } from './views/section-links.tsx';
import { WhyMarked } from './why-marked.tsx';
import { WrongMatchQuestion } from './wrong-match.tsx';

interface CardFooterProps {
  readonly content: CardContent;
  readonly request: Pick<CardRequest, 'textOnPage' | 'mention'>;
  /** The card shows what the reader opened on the page, not a related entity. */
  readonly isOfPage: boolean;
  readonly actions: CardActions;
  readonly sections: readonly CardSection[];
  /** The key of the section that is shown. */
  readonly current: string | undefined;
  onSection(key: string): void;
}

export function CardFooter(props: CardFooterProps) {
  const { content, request, isOfPage, actions } = props;
  const [shown, setShown] = useState<'why' | 'wrong'>();
  const menuButton = useRef<HTMLButtonElement>(null);
  const { outcome, copy, act } = useOutcome();
  const { site } = actions;
  const mention = isOfPage ? request.mention : undefined;

  const undo = (work: () => Promise<void>) => {
    // The focused undo button disappears once it has been used.
    menuButton.current?.focus();
    void act(work, { message: text('actionUndone') }, work);
  };
  // By message: a card is in a page, which may not link to the extension's own pages.
  const openLibrary = () =>
    act(() => actions.openLibrary(writeAddress({ kind: content.kind, ref: content.ref })), { message: '' });
  const endQuestion = () => {
    setShown(undefined);
    menuButton.current?.focus();
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
      <div class="actions">
        <SectionLinks
          sections={props.sections}
          current={props.current}
          title={content.title}
          onOpen={props.onSection}
          onAll={openLibrary}
        />
        <MoreMenu
          content={content}
          request={request}
          actions={actions}
          outcome={{ copy, act }}
          hasMention={mention !== undefined}
          buttonRef={menuButton}
          onToggle={(part) => setShown(shown === part ? undefined : part)}
        />
      </div>
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

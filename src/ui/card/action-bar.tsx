import { CircleQuestionMark, CircleSlash, Copy, EyeOff, Flag, Settings2, ShieldOff } from 'lucide-preact';
import type { ComponentChildren, RefObject } from 'preact';
import type { CardRequest } from '../../contracts/card-calls.ts';
import { showSite } from '../../i18n/show-site.ts';
import { text } from '../../i18n/texts.ts';
import type { CardContent } from '../../view-models/card-content.ts';
import type { CardActions } from './card-actions.ts';
import { citeCard, reportCard } from './cite-card.ts';
import type { useOutcome } from './use-outcome.ts';

interface ActionBarProps {
  readonly content: CardContent;
  readonly request: Pick<CardRequest, 'textOnPage' | 'mention'>;
  readonly actions: CardActions;
  readonly outcome: Pick<ReturnType<typeof useOutcome>, 'copy' | 'act'>;
  /** The part above the bar that is expanded. */
  readonly shown: 'why' | 'wrong' | undefined;
  toggle(part: 'why' | 'wrong'): void;
  /** Whether the page has a mention that could be a wrong match. */
  readonly hasMention: boolean;
  readonly buttons: RefObject<HTMLDivElement>;
  readonly wrongButton: RefObject<HTMLButtonElement>;
}

/** One row of buttons with every action on what the card shows. */
export function ActionBar({
  content,
  request,
  actions,
  outcome: { copy, act },
  shown,
  toggle,
  hasMention,
  buttons,
  wrongButton,
}: ActionBarProps) {
  const { site } = actions;
  return (
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
      {hasMention && (
        <Action
          label={text('actionWrong')}
          isExpanded={shown === 'wrong'}
          onClick={() => toggle('wrong')}
          buttonRef={wrongButton}
        >
          <CircleSlash aria-hidden="true" />
        </Action>
      )}
      {content.kind === 'entity' && (
        <UndoableAction
          label={text('actionHide')}
          done={text('actionHidden')}
          act={act}
          work={() => actions.hideEntity(content.ref, true)}
          undo={() => actions.hideEntity(content.ref, false)}
        >
          <EyeOff aria-hidden="true" />
        </UndoableAction>
      )}
      {site !== '' && (
        <UndoableAction
          label={text('actionSite')}
          done={text('actionSiteOff', { site: showSite(site) })}
          act={act}
          work={() => actions.switchSite(false)}
          undo={() => actions.switchSite(true)}
        >
          <ShieldOff aria-hidden="true" />
        </UndoableAction>
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
  );
}

interface ActionProps {
  readonly label: string;
  readonly isWordy?: boolean;
  readonly isExpanded?: boolean;
  readonly children: ComponentChildren;
  readonly buttonRef?: RefObject<HTMLButtonElement>;
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

interface UndoableActionProps extends Pick<ActionProps, 'label' | 'children'> {
  /** The message shown once it is done. */
  readonly done: string;
  readonly act: ReturnType<typeof useOutcome>['act'];
  work(): Promise<void>;
  undo(): Promise<void>;
}

function UndoableAction({ label, children, done, act, work, undo }: UndoableActionProps) {
  return (
    <Action label={label} onClick={() => act(work, { message: done, undo })}>
      {children}
    </Action>
  );
}

import {
  CircleQuestionMark,
  CircleSlash,
  Copy,
  EyeOff,
  Flag,
  type LucideIcon,
  Settings2,
  ShieldOff,
  Tag,
} from 'lucide-preact';
import type { ComponentChildren, RefObject } from 'preact';
import type { CardRequest } from '../../contracts/card-calls.ts';
import { showSite } from '../../i18n/show-site.ts';
import { text } from '../../i18n/texts.ts';
import type { CardContent } from '../../view-models/card-content.ts';
import { MenuButton, type MenuItem } from '../components/menu-button.tsx';
import { PackWords } from '../content/content-language.tsx';
import type { CardActions } from './card-actions.ts';
import { citeCard, reportCard } from './cite-card.ts';
import type { useOutcome } from './use-outcome.ts';

interface MoreMenuProps {
  readonly content: CardContent;
  readonly request: Pick<CardRequest, 'textOnPage'>;
  readonly actions: CardActions;
  readonly outcome: Pick<ReturnType<typeof useOutcome>, 'copy' | 'act'>;
  /** Whether the page has a mention that could be a wrong match. */
  readonly hasMention: boolean;
  readonly buttonRef: RefObject<HTMLButtonElement>;
  /** Shows or hides a part above the menu's button. */
  onToggle(part: 'why' | 'wrong'): void;
}

/** Every action on what the card shows, in words. */
export function MoreMenu(props: MoreMenuProps) {
  return <MenuButton label={text('actionMore')} items={listActions(props)} buttonRef={props.buttonRef} />;
}

function listActions({
  content,
  request,
  actions,
  outcome: { copy, act },
  hasMention,
  onToggle,
}: MoreMenuProps): MenuItem[] {
  const { site } = actions;
  const { topic } = content;
  const isStory = content.pack.keptCount !== undefined;
  /** @param change carries out the action (true) or undoes it (false) */
  const undoable = (change: (isDone: boolean) => Promise<void>, message: string) => () =>
    void act(() => change(true), { message, undo: () => change(false) });
  const items: (MenuItem | false)[] = [
    item('why', text('actionWhy'), CircleQuestionMark, () => onToggle('why')),
    hasMention && item('wrong', text('actionWrong'), CircleSlash, () => onToggle('wrong')),
    content.kind === 'entity' &&
      item(
        'hide',
        text('actionHide'),
        EyeOff,
        undoable((isDone) => actions.hideEntity(content.ref, isDone), text('actionHidden')),
      ),
    site !== '' &&
      item(
        'site',
        text('actionSite'),
        ShieldOff,
        undoable((isDone) => actions.switchSite(!isDone), text('actionSiteOff', { site: showSite(site) })),
      ),
    // Quotations of packs are marked whatever topics are on.
    (content.kind === 'entity' || isStory) &&
      topic.ref !== '' &&
      item(
        'topic',
        <>
          {text('actionTopic')} <PackWords class="menu-detail">{topic.title}</PackWords>
        </>,
        Tag,
        undoable(
          (isDone) => actions.switchTopic(topic.ref, !isDone),
          text(isStory ? 'actionStoryOff' : 'actionTopicOff', { topic: topic.title }),
        ),
      ),
    item('copy', text('actionCopy'), Copy, () => void copy(citeCard(content), text('actionCopied'))),
    item(
      'report',
      text('actionReport'),
      Flag,
      () => void copy(reportCard(content, request), text('actionReported')),
    ),
    item(
      'options',
      text('actionSettings'),
      Settings2,
      () => void act(() => actions.openSettings(), { message: '' }),
    ),
  ];
  return items.filter((one) => one !== false);
}

function item(name: string, label: ComponentChildren, Icon: LucideIcon, onChoose: () => void): MenuItem {
  return { name, label, icon: <Icon aria-hidden="true" />, onChoose };
}

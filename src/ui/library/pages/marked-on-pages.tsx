import { useContext, useState } from 'preact/hooks';
import { describeFailure } from '../../../i18n/describe-failure.ts';
import { type TextKey, text } from '../../../i18n/texts.ts';
import type { SettingsChange } from '../../../settings/change-settings.ts';
import type { CardContent } from '../../../view-models/card-content.ts';
import { ContentSection } from './content-section.tsx';
import { type Marking, MarkingContext } from './marking.ts';

/** Whether an entity is marked on pages, and a button that changes it. */
export function MarkedOnPages({ card }: { card: CardContent }) {
  const marking = useContext(MarkingContext);
  const [problem, setProblem] = useState('');
  if (marking === undefined) return null;
  const { state, remedy } = describeMarking(card, marking);
  const apply = (change: SettingsChange) =>
    marking.change(change).then(
      () => setProblem(''),
      (error: unknown) => setProblem(describeFailure(error)),
    );
  return (
    <ContentSection title="libraryOnPages" isShown>
      <p role="status">{text(state)}</p>
      {remedy !== undefined && (
        <button type="button" class="unfold" onClick={() => void apply(remedy.change)}>
          {text(remedy.label)}
        </button>
      )}
      {problem !== '' && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </ContentSection>
  );
}

interface MarkingState {
  readonly state: TextKey;
  readonly remedy?: { readonly label: TextKey; readonly change: SettingsChange };
}

/** The first reason why it is not marked is the one to remove. */
function describeMarking(
  { ref, topic, isCommon }: CardContent,
  { settings, isOnByDefault }: Marking,
): MarkingState {
  if (!settings.enabled) return { state: 'libraryAllOff' };
  if (settings.hiddenEntities.includes(ref)) {
    const change = { kind: 'entity', entity: ref, isHidden: false } as const;
    return { state: 'libraryHidden', remedy: { label: 'optionsHiddenShowAgain', change } };
  }
  if (topic.ref !== '' && !(settings.topics[topic.ref] ?? isOnByDefault(topic.ref))) {
    const change = { kind: 'topic', topic: topic.ref, isOn: true } as const;
    return { state: 'libraryTopicOff', remedy: { label: 'libraryTopicOn', change } };
  }
  const change = { kind: 'entity', entity: ref, isHidden: true } as const;
  return {
    state: isCommon ? 'libraryMarkedInContext' : 'libraryMarked',
    remedy: { label: 'libraryHide', change },
  };
}

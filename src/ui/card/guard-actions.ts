import { FailureError } from '../../settings/failure.ts';
import type { CardActions } from './card-actions.ts';

/**
 * Wraps the actions: refuses those that change something while a page could have covered what the reader pressed. Undo
 * is always allowed.
 * @param onSwitch called before the page's site is switched, as the page may receive the change first
 */
export function guardActions(
  actions: CardActions,
  mayAct: () => Promise<boolean>,
  onSwitch: (isOn: boolean) => Promise<void>,
): CardActions {
  const guard = async () => {
    if (!(await mayAct())) throw new FailureError({ code: 'cardCovered', values: {} });
  };
  return {
    get site() {
      return actions.site;
    },
    ...(actions.isPrivate !== undefined && { isPrivate: actions.isPrivate }),
    openSettings: () => actions.openSettings(),
    openLibrary: (address) => actions.openLibrary(address),
    async hideEntity(ref, isHidden) {
      if (isHidden) await guard();
      await actions.hideEntity(ref, isHidden);
    },
    async noteWrongMatch(wrong, isNoted) {
      if (isNoted) await guard();
      await actions.noteWrongMatch(wrong, isNoted);
    },
    async switchTopic(topic, isOn) {
      if (!isOn) await guard();
      await actions.switchTopic(topic, isOn);
    },
    async switchSite(isOn) {
      if (!isOn) await guard();
      await onSwitch(isOn);
      try {
        await actions.switchSite(isOn);
      } catch (error) {
        await onSwitch(!isOn);
        throw error;
      }
    },
  };
}

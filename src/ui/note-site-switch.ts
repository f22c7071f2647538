import type { CardActions } from './card-footer.tsx';

/** The same actions, which also note whether the site is switched off by them: before it is done, as the page may hear of it first. */
export function noteSiteSwitch(actions: CardActions, switched: { hasSwitchedOff: boolean }): CardActions {
  return {
    ...actions,
    async switchSite(isOn) {
      const before = switched.hasSwitchedOff;
      switched.hasSwitchedOff = !isOn;
      try {
        await actions.switchSite(isOn);
      } catch (error) {
        switched.hasSwitchedOff = before;
        throw error;
      }
    },
  };
}

import { loadExampleArticles } from '../../../src/i18n/example-articles.ts';
import { changeSettings } from '../../../src/settings/change-settings.ts';
import type { LanguageCode } from '../../../src/settings/languages.ts';
import type { Settings } from '../../../src/settings/settings.ts';
import type { WelcomeServices } from '../../../src/ui/welcome/welcome-view.tsx';
import { type ExampleStory, makeExampleStory } from '../../../src/view-models/stories/make-example-story.ts';

/** As the entry point does. */
export async function readExample(language: LanguageCode): Promise<ExampleStory> {
  return makeExampleStory(await loadExampleArticles(language));
}

/** The services of a welcome page without packs. Tests replace what they need. */
export function makeEmptyWelcome(settings: Settings): WelcomeServices {
  let held = settings;
  const nothing = async () => undefined;
  return {
    readSettings: async () => held,
    watchSettings: () => undefined,
    async changeSettings(change) {
      held = changeSettings(held, change);
      return held;
    },
    getPacks: async () => [],
    watchPacks: () => undefined,
    startExample: nothing,
    readExample,
    isReadingPermitted: async () => true,
    watchReadingPermission: () => undefined,
    requestReading: async () => true,
    readShortcut: async () => '',
    openPagePanel: nothing,
    openSettings: nothing,
    openLibrary: nothing,
  };
}

import type { NameException } from '../../src/knowledge/name-exception.ts';
import { DocumentStore, type TextMessage } from '../../src/matching/document-store.ts';
import { compileNames } from '../../src/matching/names/compile-names.ts';
import { openPageMatcher } from '../../src/matching/page-matcher.ts';
import { compileStatements } from '../../src/matching/quotations/compile-statements.ts';
import type { SendText } from '../../src/page/reading/remote-findings.ts';

const matcher = openPageMatcher([
  {
    names: compileNames([
      {
        ref: 'test/rekognition',
        topic: 'test/systems',
        show: 'always',
        names: [{ text: 'Amazon Rekognition' }, { text: 'Rekognition' }],
      },
      { ref: 'test/shades', topic: 'test/audits', show: 'always', names: [{ text: 'Gender Shades' }] },
      { ref: 'test/company', topic: 'test/systems', show: 'with-story', names: [{ text: 'Microsoft' }] },
    ]),
    statements: compileStatements([]),
  },
]);

/** The background's matching, without the messages between it and a page. */
export interface TestBackground {
  readonly sendText: SendText;
  readonly mayContain: (text: string) => boolean;
  /** Everything that was sent to it. */
  readonly messages: TextMessage[];
  exceptions: readonly NameException[];
  isReachable: boolean;
  /** How many times it could not be reached. */
  refused: number;
  /** Called while a message is under way. */
  onMessage: (() => void) | undefined;
  /** It was suspended. */
  forget(): void;
}

export function createTestBackground(): TestBackground {
  let documents = new DocumentStore();
  const background: TestBackground = {
    mayContain: matcher.mayContain,
    messages: [],
    exceptions: [],
    isReachable: true,
    refused: 0,
    onMessage: undefined,
    forget() {
      documents = new DocumentStore();
    },
    async sendText(message) {
      if (!background.isReachable) {
        background.refused += 1;
        throw new Error('Could not establish connection. Receiving end does not exist.');
      }
      background.messages.push(message);
      background.onMessage?.();
      // Messages are JSON.
      const sent = structuredClone(message);
      return structuredClone(
        documents.update({ tabId: 1, frameId: 0 }, sent, matcher, background.exceptions),
      );
    },
  };
  return background;
}

import { useState } from 'preact/hooks';
import { describeFailure } from '../../../i18n/describe-failure.ts';
import { localDay } from '../../../i18n/local-day.ts';
import { countedText, formatList, text } from '../../../i18n/texts.ts';
import { FailureError } from '../../../settings/failure.ts';
import { downloadFile } from '../../components/download-file.ts';
import type { LibraryService } from '../worker/library-service.ts';

interface HandOnProps {
  /** Id of the story. */
  readonly story: string;
  readonly service: Pick<LibraryService, 'exportStory' | 'draftStory'>;
  readonly kept: { report(message: string, isError?: boolean): void };
}

/** The story as a file for another reader, or as the draft of a pack. */
export function HandOn({ story, service, kept }: HandOnProps) {
  const [isBusy, setIsBusy] = useState(false);
  async function save(work: () => Promise<string>): Promise<void> {
    // A double click must not save it twice.
    if (isBusy) return;
    setIsBusy(true);
    try {
      kept.report(await work());
    } catch (error) {
      kept.report(describeFailure(error), true);
    }
    setIsBusy(false);
  }
  return (
    <section class="hand-on">
      <h2>{text('handOn')}</h2>
      <p class="hint" id="hand-on-file">
        {text('handOnFileHint')}
      </p>
      <button
        type="button"
        aria-describedby="hand-on-file"
        onClick={() => void save(() => saveFile(story, service))}
      >
        {text('handOnFile')}
      </button>
      <p class="hint" id="hand-on-draft">
        {text('handOnDraftHint')}
      </p>
      <button
        type="button"
        aria-describedby="hand-on-draft"
        onClick={() => void save(() => saveDraft(story, service))}
      >
        {text('handOnDraft')}
      </button>
    </section>
  );
}

/** @returns what was saved, and what the reader should know of it */
async function saveFile(id: string, service: HandOnProps['service']): Promise<string> {
  const file = await service.exportStory({
    id,
    now: new Date().toISOString(),
    texts: {
      licence: text('handOnLicence'),
      untitled: text('handOnUntitled'),
      dateIsWhenKept: text('handOnUndated'),
    },
  });
  if (file === null) throw notKept();
  downloadFile(file.name, new Blob([file.text], { type: 'application/json' }));
  const { quotationCount, sourceCount, undated, leftOutCount } = file;
  const what = formatList([
    countedText('packsStatements', quotationCount),
    countedText('packsSources', sourceCount),
  ]);
  return [
    text('handOnSaved', { file: file.name, what }),
    ...(undated.length > 0 ? [countedText('handOnUndatedCount', undated.length)] : []),
    ...(leftOutCount > 0 ? [countedText('handOnLeftOut', leftOutCount)] : []),
  ].join(' ');
}

async function saveDraft(id: string, service: HandOnProps['service']): Promise<string> {
  const draft = await service.draftStory({ id, today: localDay(new Date()) });
  if (draft === null) throw notKept();
  downloadFile(draft.name, new Blob([draft.bytes], { type: 'application/zip' }));
  return text('storySaved', { file: draft.name });
}

function notKept(): FailureError {
  return new FailureError({ code: 'notKept', values: {} });
}

import { useState } from 'preact/hooks';
import { showSite } from '../../i18n/show-site.ts';
import { text } from '../../i18n/texts.ts';
import { type AddressVerdict, tryAddress } from '../../settings/explain-site.ts';
import type { Settings } from '../../settings/settings.ts';

/** Whether a page at the typed address would be read, and which rule decides. */
export function TryAddress({ settings }: { settings: Settings }) {
  const [typed, setTyped] = useState('');
  const verdict = tryAddress(typed, settings);
  return (
    <div class="try-address">
      <label for="try-address">{text('optionsTry')}</label>
      <input
        id="try-address"
        type="text"
        inputMode="url"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        value={typed}
        aria-describedby="try-verdict"
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <p class="hint" id="try-verdict" aria-live="polite">
        {describeVerdict(verdict)}
      </p>
    </div>
  );
}

function describeVerdict(verdict: AddressVerdict): string {
  switch (verdict.because) {
    case 'nothing':
      return text('optionsTryHint');
    case 'not-an-address':
      return text('optionsTryNotAnAddress');
    case 'closed':
      return text('optionsTryClosed');
    case 'file':
      return text(verdict.isRead ? 'optionsTryFileRead' : 'optionsTryFileLeft');
    case 'disabled':
      return text('optionsTryDisabled');
    case 'listed':
      return text(verdict.isRead ? 'optionsTryListedRead' : 'optionsTryListedLeft', {
        site: showSite(verdict.pattern),
      });
    case 'not-listed':
      return text(verdict.isRead ? 'optionsTryOtherRead' : 'optionsTryOtherLeft', {
        site: showSite(verdict.host),
      });
  }
}

import { useEffect, useState } from 'preact/hooks';
import { text } from '../../i18n/texts.ts';

interface StorageSentenceProps {
  /** Whether the browser has agreed to keep what is stored. */
  isPersistent(): Promise<boolean>;
}

/** Says whether the browser may delete the kept articles when the disk is nearly full. */
export function StorageSentence({ isPersistent }: StorageSentenceProps) {
  const [isPersisted, setIsPersisted] = useState<boolean>();
  useEffect(() => {
    let isShown = true;
    void isPersistent().then((answer) => isShown && setIsPersisted(answer));
    return () => {
      isShown = false;
    };
  }, [isPersistent]);
  if (isPersisted === undefined) return null;
  return <p class="hint">{text(isPersisted ? 'keptPersisted' : 'keptEvictable')}</p>;
}

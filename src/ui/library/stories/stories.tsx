import { useState } from 'preact/hooks';
import { StatusBar } from '../../components/status-bar.tsx';
import type { StoriesAddress } from '../../content/library-address.ts';
import type { FileServices } from '../files/open-file.tsx';
import { KeptPage } from './kept-page.tsx';
import type { StoriesProps } from './stories-props.ts';
import { StoryList } from './story-list.tsx';
import { type KnownStory, StoryPage } from './story-page.tsx';

interface Props extends StoriesProps {
  readonly address: StoriesAddress;
  readonly files: FileServices;
}

/** The pages of what the reader keeps, with what the last change has done. */
export function Stories({ address, files, ...props }: Props) {
  const { message, isError, canUndo, undo } = props.kept;
  const [known] = useState<KnownStory>({ key: '', content: undefined });
  return (
    <>
      {address.kind === 'stories' && <StoryList {...props} files={files} />}
      {address.kind === 'story' && <StoryPage key={address.id} {...props} id={address.id} known={known} />}
      {address.kind === 'kept' && <KeptPage key={address.id} {...props} address={address} />}
      <StatusBar isError={isError} message={message} undoableCount={canUndo ? 1 : 0} onUndo={undo} />
    </>
  );
}

import { countedText } from '../../../i18n/texts.ts';
import type { FileProblem } from '../../../settings/export/export-problem.ts';
import { MoreList } from '../../components/more-list.tsx';
import { useDescribedProblems } from './use-described-problems.ts';

/** A file's problems: where, why, what to do. Renders nothing if there are none. */
export function ProblemLines({ problems }: { readonly problems: readonly FileProblem[] }) {
  const described = useDescribedProblems(problems);
  if (described === undefined || described.length === 0) return null;
  return (
    <div class="problem-lines">
      <p>{countedText('backupProblems', problems.length)}</p>
      <MoreList
        atFirst={5}
        items={described.map(({ path, reason, remedy }) => (
          <li key={`${path} ${reason}`}>
            {path !== '' && <code>{path}</code>} <span>{reason}</span> <span class="hint">{remedy}</span>
          </li>
        ))}
      />
    </div>
  );
}

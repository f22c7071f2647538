import type { PackProblem } from '../knowledge/pack-problem.ts';
import { MoreList } from './more-list.tsx';
import { countedText } from './texts.ts';

/** What is amiss in a file: where, why, what to do. Nothing where nothing is. */
export function ProblemLines({ problems }: { readonly problems: readonly PackProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <div class="problem-lines">
      <p>{countedText('keepProblems', problems.length)}</p>
      <MoreList
        atFirst={5}
        items={problems.map(({ path, reason, remedy }) => (
          <li key={`${path} ${reason}`}>
            {path !== '' && <code>{path}</code>} <span>{reason}</span> <span class="hint">{remedy}</span>
          </li>
        ))}
      />
    </div>
  );
}

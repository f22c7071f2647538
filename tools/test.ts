/**
 * `npm test`: everything that must hold before a change is kept, in the order in which a failure is cheapest.
 * `npm run check` (`--quick`): of that, what needs neither browser nor build, with few random inputs.
 * Goes on after a failure, so that one run tells all; the last line reads `N passed, N failed`.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { browserNames, requireBrowser } from './browsers/find-browser.ts';
import { reportCliErrors } from './command-line/cli-error.ts';
import { readArguments } from './command-line/read-arguments.ts';
import { projectRoot, runCommand } from './command-line/run-command.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
  /** Repeated above the last line, which may be all that a reader of a long log sees. */
  readonly failures?: readonly string[];
  readonly files?: readonly TimedFile[];
}

interface TimedFile {
  readonly name: string;
  /** From the start of its first case to the end of its last. */
  readonly seconds: number;
}

interface Step {
  readonly title: string;
  readonly run: () => Count;
}

const usage = 'Usage: npm test, or npm run check';

const outputFolder = join(projectRoot, 'out');

/** As many as can be taken in at a glance. */
const slowestFileCount = 10;

const formatAndLint: Step = {
  title: 'format and lint',
  run: () =>
    countCommand('biome', [
      'ci',
      '--error-on-warnings',
      '--colors',
      process.stdout.isTTY ? 'force' : 'off',
      '.',
    ]),
};

const lintOfStyles: Step = {
  title: 'lint of styles',
  run: () => countCommand('npm', ['run', '--silent', 'lint:styles']),
};

const types: readonly Step[] = [
  { title: 'types', run: () => countCommand('tsc', ['-p', '.']) },
  { title: 'types of the pure layers', run: () => countCommand('tsc', ['-p', 'tools/tsconfig.pure.json']) },
];

const quickSteps: readonly Step[] = [
  formatAndLint,
  lintOfStyles,
  ...types,
  {
    title: 'unit tests in Node',
    run: () => countTests('check', ['node'], { FUZZ_RUNS: process.env.FUZZ_RUNS ?? '50' }),
  },
];

const allSteps: readonly Step[] = [
  ...browserNames.map((name) => ({ title: `a ${name} to test in`, run: () => countBrowser(name) })),
  formatAndLint,
  lintOfStyles,
  ...types,
  { title: 'the built-in pack', run: checkPack },
  { title: 'unit tests', run: () => countTests('unit', ['node', 'browser']) },
  { title: 'build', run: () => countCommand('npm', ['run', '--silent', 'build']) },
  { title: 'web-ext lint', run: () => countCommand('npm', ['run', '--silent', 'lint:firefox']) },
  { title: 'end-to-end tests', run: () => countTests('e2e', ['e2e']) },
];

function main(): void {
  const { values } = readArguments({ options: { quick: { type: 'boolean', default: false } } }, usage);
  const steps = values.quick ? quickSteps : allSteps;
  mkdirSync(outputFolder, { recursive: true });
  // An extension from an earlier run must not be tested if this build fails.
  if (!values.quick) rmSync(join(projectRoot, 'dist'), { recursive: true, force: true });
  const total = { passed: 0, failed: 0 };
  const lines: string[] = [];
  const files: TimedFile[] = [];
  for (const { title, run } of steps) {
    console.log(`\n── ${title}`);
    const start = performance.now();
    const { passed, failed, failures = [], files: timed = [] } = run();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    lines.push(
      `${failed === 0 ? 'ok    ' : 'FAILED'} ${title}: ${passed} passed, ${failed} failed (${seconds} s)`,
      ...failures.map((failure) => `       ${failure}`),
    );
    files.push(...timed);
    total.passed += passed;
    total.failed += failed;
  }
  lines.push('', 'slowest test files:', ...describeSlowest(files));
  console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

function describeSlowest(files: readonly TimedFile[]): string[] {
  return [...files]
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, slowestFileCount)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(6)} s ${name}`);
}

function countBrowser(name: (typeof browserNames)[number]): Count {
  try {
    console.log(requireBrowser(name));
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

/** Quotations are compared with the articles if these are available; the check itself says when they are not. */
function checkPack(): Count {
  const articles = join(projectRoot, '../shared/sources');
  const options = existsSync(articles) ? ['--', '--sources', articles] : [];
  return countCommand('npm', ['run', '--silent', 'knowledge:check', ...options]);
}

function countCommand(command: string, args: readonly string[]): Count {
  return runCommand(command, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    /** Wall-clock time in milliseconds. */
    readonly startTime: number;
    readonly endTime: number;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/**
 * Runs projects of vitest and counts test cases; failures outside a case (a file that does not load) count
 * too.
 */
function countTests(title: string, projects: readonly string[], environment: NodeJS.ProcessEnv = {}): Count {
  const report = join(outputFolder, `tests-${title}.json`);
  rmSync(report, { force: true });
  const options = [
    ...projects.map((project) => `--project=${project}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const isSuccess = runCommand('vitest', ['run', ...options], environment);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as VitestReport;
  // A file that does not load, or a hook that fails: its tests are skipped, and none of them counts as failed.
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  const failed = numFailedTests + brokenFiles.length;
  return {
    passed: numPassedTests,
    failed: failed === 0 && !isSuccess ? 1 : failed,
    files: testResults.map(({ name, startTime, endTime }) => ({
      name: relative(projectRoot, name),
      seconds: (endTime - startTime) / 1000,
    })),
    failures: [
      ...brokenFiles.map(
        ({ name, message }) => `${name}: ${firstLines(message || 'a hook failed; see its error above')}`,
      ),
      ...testResults
        .flatMap(({ assertionResults }) => assertionResults)
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) => `${fullName}: ${firstLines(failureMessages[0] ?? '')}`),
    ],
  };
}

/** The expectation and its place, without the whole stack. */
function firstLines(message: string): string {
  return stripVTControlCharacters(message).split('\n').slice(0, 6).join('\n         ');
}

await reportCliErrors(main);

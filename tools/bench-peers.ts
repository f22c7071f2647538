/**
 * `npm run bench:peers -- [--pages DIR] [--limit 40] [--repeats 3] [--json]`: compares Sidelight's own code with
 * libraries that mark names. All find the built-in pack's names in saved pages, on the page's thread, cold; times are
 * ratios to the lower bound (`floor`), page by page.
 *
 * `missed` and `more` count the spellings, page by page, that only the scan or only the engine found, so that finding
 * less does not count as faster. `wrongNames` and `wrongPages` count the cases of the tests' tables of spellings and
 * markup that an engine gets wrong.
 */
import { compileNames } from '../src/matching/names/compile-names.ts';
import { namesOfPack } from '../src/matching/names/names-of-pack.ts';
import { readPeersRequest } from './bench/bench-request.ts';
import { serveBench } from './bench/bench-server.ts';
import { peerStages } from './bench/list-stages.ts';
import { loadBuiltInPack } from './bench/load-built-in-pack.ts';
import { openBench } from './bench/measurements/measure.ts';
import { measureStages } from './bench/measurements/measure-stages.ts';
import { countWrongCases } from './bench/peers/count-wrong-cases.ts';
import { compareFound, summarise } from './bench/summarise.ts';
import { reportCliErrors } from './command-line/cli-error.ts';

/** A library takes up to seconds a page: one measurement is accurate enough for a factor of a hundred. */
const isOwn = (what: string) => what === 'floor' || what === 'scan';

async function main(): Promise<void> {
  const request = readPeersRequest();
  const entities = namesOfPack(await loadBuiltInPack());
  const texts = [...new Set(entities.flatMap(({ names }) => names.map(({ text }) => text)))];
  const server = await serveBench(request.files);
  try {
    const bench = await openBench();
    try {
      const inputs = {
        index: server.offer('index', compileNames(entities)),
        names: server.offer('names', new TextEncoder().encode(JSON.stringify(texts))),
      };
      const { repeats } = request;
      const measured = await measureStages({ bench, server }, peerStages, inputs, request, (what) =>
        isOwn(what) ? repeats : 1,
      );
      request.onProgress('');
      const [wrong, found] = [countWrongCases(), compareFound(measured)];
      const rows = summarise(measured).map((row) => ({
        ...row,
        ...found.find(({ what }) => what === row.what),
        ...wrong.get(row.what),
      }));
      if (request.isJson) console.log(JSON.stringify({ pages: request.files.length, peers: rows }));
      else console.table(rows);
    } finally {
      await bench.close();
    }
  } finally {
    server.close();
  }
}

await reportCliErrors(main);

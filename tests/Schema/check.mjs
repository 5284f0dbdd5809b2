// Holds the schema of contracts to the verdict of the checker: every good contract, and every corrected contract on a page of a problem, is
// accepted; every wrong one is rejected, where a schema can express the rule. Run from the root of the repository.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { parse } from 'jsonc-parser';
import { compareMutants } from './mutants.mjs';

// A schema sees one file, parsed: not its text, not its neighbours, not its project, and never two places of it at once. A bad contract with another id says
// in its second line why it is beyond a schema.
const beyondASchema = ['ESMS001', 'ESMS005', 'ESMS006', 'ESMS007', 'ESMS011', 'ESMS015', 'ESMS016', 'ESMS019', 'ESMS020', 'ESMS021'];

const tests = 'tests/Esms.Toolkit.Generator.Tests/Contracts';
// Not strictRequired: it wants every required key listed again in each branch. The keywords are for VS Code only (editor.mjs).
const ajv = new Ajv({ strict: true, strictRequired: false, keywords: ['allowComments', 'allowTrailingCommas'] });
const accepts = ajv.compile(JSON.parse(readFileSync('contracts/esms-contract.schema.json', 'utf8')));
let failures = 0;

function expect(verdict, name, text) {
  if (accepts(parse(text, [], { allowTrailingComma: true })) === verdict) return;
  failures++;
  console.error(`${name}: the schema ${verdict ? 'rejects' : 'accepts'} it. ${ajv.errorsText(accepts.errors)}`);
}

function contractsIn(folder, options) {
  const names = readdirSync(folder, options).filter(name => name.endsWith('.esms.json'));
  if (names.length === 0) throw new Error(`There is no contract in ${folder}.`);
  return names.map(name => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }));
}

const good = [...contractsIn('contracts', { recursive: true }), ...contractsIn(tests)];
for (const { name, text } of good) expect(true, name, text);

const bad = contractsIn(`${tests}/bad`);
for (const { name, text } of bad) {
  const [first, second] = text.split('\n');
  if (!beyondASchema.includes(first.slice(3, 10))) expect(second.startsWith('// beyond a schema: '), name, text);
}

const pages = readdirSync('generator/docs').filter(name => /^ESMS\d+\.md$/.test(name));
for (const name of pages) {
  const [wrong, corrected] = readFileSync(`generator/docs/${name}`, 'utf8').split('```json\n').slice(1).map(block => block.split('\n```')[0]);
  expect(true, `${name}, corrected`, corrected);
  if (!beyondASchema.includes(name.slice(0, 7))) expect(false, `${name}, wrong`, wrong);
}

console.log(`schema: ${good.length} good and ${bad.length} bad contracts and ${pages.length} pages compared, ${failures} different`);

const mutants = 'artifacts/schema/mutants.ndjson';
if (existsSync(mutants)) {
  for (const difference of (await compareMutants(mutants, accepts, () => ajv.errorsText(accepts.errors))).slice(0, 50)) {
    failures++;
    console.error(difference);
  }
}
process.exit(failures === 0 && pages.length > 0 ? 0 : 1);

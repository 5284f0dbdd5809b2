// Holds the schema of contracts to the verdict of the checker: every contract, and every corrected contract on a page of a problem, is
// accepted; every wrong one is rejected, where a schema can express the rule. Run from the root of the repository.
import { readFileSync, readdirSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { parse } from 'jsonc-parser';

// A schema sees one file, parsed: not its text, not what it declares itself, not its neighbours.
const beyondASchema = ['ESMS001', 'ESMS005', 'ESMS006', 'ESMS007', 'ESMS011', 'ESMS015'];

const ajv = new Ajv({ strict: true, strictRequired: true, strictTypes: true, strictTuples: true });
const accepts = ajv.compile(JSON.parse(readFileSync('contracts/esms-contract.schema.json', 'utf8')));
const read = text => parse(text, [], { allowTrailingComma: true });
let failures = 0;

function expect(verdict, name, text) {
  if (accepts(read(text)) === verdict) return;
  failures++;
  console.error(`${name}: the schema ${verdict ? 'rejects' : 'accepts'} it. ${ajv.errorsText(accepts.errors)}`);
}

const contracts = readdirSync('contracts', { recursive: true }).filter(name => name.endsWith('.esms.json'));
for (const name of contracts) expect(true, name, readFileSync(`contracts/${name}`, 'utf8'));

const pages = readdirSync('generator/docs').filter(name => /^ESMS\d+\.md$/.test(name));
for (const name of pages) {
  const [wrong, corrected] = readFileSync(`generator/docs/${name}`, 'utf8').split('```json\n').slice(1).map(block => block.split('\n```')[0]);
  expect(true, `${name}, corrected`, corrected);
  if (!beyondASchema.includes(name.slice(0, 7))) expect(false, `${name}, wrong`, wrong);
}

console.log(`schema: ${contracts.length} contracts and ${pages.length} pages compared, ${failures} different`);
process.exit(failures === 0 && contracts.length > 0 && pages.length > 0 ? 0 : 1);

// What an editor without a network makes of a contract and the schema beside it. The JSON service of VS Code gets files and nothing else. Run from the root of the repository.
import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import json from 'vscode-json-languageservice';

const schema = pathToFileURL('contracts/esms-contract.schema.json').href;
const folder = new URL('messages/', schema).href;
// What VS Code says about comments and commas in a *.json file whose schema does not allow them.
const strict = { comments: 'error', trailingCommas: 'error' };

function open(text, settings = {}) {
  const service = json.getLanguageService({
    schemaRequestService: async uri => {
      if (!uri.startsWith('file:')) throw new Error(`There is no network for ${uri}.`);
      return readFileSync(fileURLToPath(uri), 'utf8');
    },
    workspaceContext: { resolveRelativePath: (path, resource) => new URL(path, resource).href },
  });
  service.configure({ validate: true, ...settings });
  const contract = json.TextDocument.create(`${folder}ListThings.esms.json`, 'json', 1, text);
  const parsed = service.parseJSONDocument(contract);
  const at = word => contract.positionAt(text.indexOf(word) + 1);
  return {
    problems: async () => (await service.doValidation(contract, parsed, strict)).map(problem => contract.getText(problem.range)),
    describe: async word => (await service.doHover(contract, at(word), parsed))?.contents.join(' ') ?? '',
    complete: async word => (await service.doComplete(contract, at(word), parsed)).items.map(item => item.label),
  };
}

const contract = (reference, repeat) => `{
  ${reference}
  // The page has no example.
  "operation": "ListThings",
  "client": "Things",
  "summary": "Lists the things.",
  "docs": "https://developers.esms.vn/",
  "post": "https://rest.esms.vn/MainService.svc/json/ListThings",
  "repeat": "${repeat}",
  "request": { "ApiKey": { "credential": "apiKey" }, "SecretKey": { "credential": "secretKey" } },
  "response": { "CodeResult": { "result": ["100"] } },
}
`;

const byPath = '"$schema": "../esms-contract.schema.json",';
const byAddress = '"$schema": "https://esms-toolkit.github.io/esms-contract.schema.json",';
const bySetting = { schemas: [{ uri: schema, fileMatch: ['*.esms.json'] }] };

for (const [reference, settings] of [[byPath, {}], ['', bySetting]]) {
  const good = open(contract(reference, 'safe'), settings);
  assert.deepStrictEqual(await good.problems(), []);
  assert.match(await good.describe('"repeat"'), /only reads/);
  assert.ok((await good.complete('"operation"')).includes('limits'));

  const wrong = open(contract(reference, 'sfae'), settings);
  assert.deepStrictEqual(await wrong.problems(), ['"sfae"']);
  assert.deepStrictEqual(await wrong.complete('sfae'), ['"safe"', '"never"']);
}

// By its address it is not found, also where a setting names the file: what the pages say of paths is needed.
assert.strictEqual(await open(contract(byAddress, 'safe'), bySetting).describe('"repeat"'), '');

console.log('schema: an editor without a network completes, describes and checks contracts');

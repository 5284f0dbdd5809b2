// Holds the schema of contracts to the verdict of the checker on mutated contracts, as `dotnet run --project tests/Esms.Toolkit.Fuzz -- schema`
// wrote them: what the checker accepts the schema accepts, and what it refuses the schema refuses, where a schema can say the rule.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

// Rules that compare two places of a file, or two files, or that need what a name stands for. Of each: the id, and the words of its message.
const beyond = [
  [/^ESMS013: '\w+' cannot be '[0-9.]+(e\+?[0-9]+|e-[0-9]{4,}|\.0+)'/i, 'a number has one value for a schema, however it is written'],
  [/^ESMS00[5-7]|^ESMS01[1569]/, 'names and samples are compared with other places'],
  [/^ESMS012/, 'whether codes are for accepted and refused answers both is told from all members together'],
  [/^ESMS008/, 'what a name on the wire becomes in C#, or that it is that of its own class'],
  [/^ESMS009.*its host is not valid/, 'what an address in brackets means'],
  [/^ESMS013: '(minCount|oneOf)'/, 'two bounds are compared; a choice of none is refused for its missing cases'],
  [/^ESMS013: 'default'/, 'whether a declared type is an enum, and a whole number as JSON writes it'],
  [/^ESMS014: '[a-zA-Z ]*' cannot be combined with 'type'/, 'whether a declared type is an enum or an object'],
  [/^ESMS013: 'maxLength' .*the key that the client makes|^ESMS014: 'default' cannot be combined with 'repeat'/, 'the field that makes a repeat harmless is named elsewhere'],
  [/^ESMS013: 'type' cannot be 'json\(/, 'whether a declared type is an enum'],
  [/^ESMS014.*can belong to one choice/, 'two types are compared'],
  [/^ESMS017|^ESMS018/, 'the address and the fields are compared, and what a declared type is'],
];

export async function compareMutants(path, accepts, errorsText) {
  let count = 0;
  const different = [];
  const reasons = new Map();
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const { index, contract, problems } = JSON.parse(line);
    const verdict = accepts(JSON.parse(contract));
    count++;
    if (verdict === (problems.length === 0)) continue;
    // Of a key that is there twice, a schema sees the second only, and knows nothing of the first.
    const reason = verdict && problems.some(problem => problem.startsWith('ESMS006')) ? 'a key is there twice'
      : verdict && problems.every(problem => beyond.some(([rule]) => rule.test(problem)))
        ? beyond.find(([rule]) => rule.test(problems[0]))[1]
      : null;
    if (reason) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    else different.push(`mutant ${index}: the schema ${verdict ? `accepts it; ${problems.join(' | ')}` : `rejects it. ${errorsText()}`}`);
  }
  for (const [reason, times] of reasons) console.log(`schema: ${times} mutants are beyond a schema: ${reason}`);
  console.log(`schema: ${count} mutants compared, ${different.length} different`);
  return different;
}

// Reads a collection with Postman's own library, and prints what each of its requests would send.
import { readFileSync } from "node:fs";
import postman from "postman-collection";

const collection = new postman.Collection(JSON.parse(readFileSync(process.argv[2], "utf8")));
const variables = new postman.VariableScope({ values: [...collection.variables.all(), { key: "apiKey", value: "KEY" }, { key: "secretKey", value: "SECRET" }] });
collection.forEachItem((item) => {
  const url = variables.replaceIn(item.request.url.toString());
  const body = variables.replaceIn(item.request.body?.toString() ?? "");
  console.log(JSON.stringify({ name: item.name, method: item.request.method, url, body, answers: item.responses.count() }));
});

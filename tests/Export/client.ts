// A client of another language: its types are made from the exported OpenAPI document, and it calls what listens at the address it is given.
import createClient from "openapi-fetch";
import type { paths } from "./esms.js";

declare const process: { argv: string[]; exitCode: number };
const [baseUrl, apiKey, secretKey] = process.argv.slice(2) as [string, string, string];
const keys = { ApiKey: apiKey, SecretKey: secretKey };
const esms = createClient<paths>({ baseUrl });

function expect(what: string, actual: unknown, expected: unknown): void {
  const isSame = JSON.stringify(actual) === JSON.stringify(expected);
  console.log(`${isSame ? "ok" : "FAIL"} ${what}: ${JSON.stringify(actual)}`);
  if (!isSame) process.exitCode = 1;
}

const balance = await esms.POST("/MainService.svc/json/GetBalance_json", { body: keys });
expect("the balance is a number", balance.data && "Balance" in balance.data ? typeof balance.data.Balance : balance.data, "number");

const sent = await esms.POST("/MainService.svc/json/SendMultipleMessage_V4_post_json/", {
  body: { ...keys, Brandname: "Baotrixemay", Phone: "0901888484", SmsType: "2", Content: "686868 la ma xac minh dang ky Baotrixemay cua ban" },
});
expect("a send is accepted", sent.data && "CodeResult" in sent.data ? sent.data.CodeResult : sent.data, "100");

// @ts-expect-error A send needs a phone number: if the types did not know it, this line would not compile.
const without = await esms.POST("/MainService.svc/json/SendMultipleMessage_V4_post_json/", { body: { ...keys, Brandname: "Baotrixemay", SmsType: "2", Content: "x" } });
expect("a send without a phone number is refused", without.data && "CodeResult" in without.data ? without.data.CodeResult !== "100" : without.data, true);

const smsId = sent.data && "SMSID" in sent.data ? (sent.data.SMSID as string) : "";
const status = await esms.GET("/MainService.svc/json/GetSendStatus", { params: { query: { ...keys, RefId: smsId } } });
expect("its status is known", status.data && "CodeResponse" in status.data ? status.data.CodeResponse : status.data, "100");

const names = await esms.GET("/MainService.svc/json/GetListBrandname/{ApiKey}/{SecretKey}", { params: { path: keys } });
const list = names.data && "ListBrandName" in names.data ? (names.data.ListBrandName ?? []) : [];
expect("a brandname is listed", list.some((item) => item.Brandname === "Baotrixemay"), true);

const wrong = await esms.POST("/MainService.svc/json/GetBalance_json", { body: { ...keys, SecretKey: "wrong" } });
expect("wrong keys are refused", wrong.data && "CodeResponse" in wrong.data ? wrong.data.CodeResponse : wrong.data, "101");

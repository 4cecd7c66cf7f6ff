// Expands web annotations as JSON-LD with a local context and checks what came out. usage: annotations.cjs FILE
const fs = require("node:fs");
const path = require("node:path");
const jsonld = require("jsonld");

// The terms used, as http://www.w3.org/ns/anno.jsonld defines them.
const context = JSON.parse(fs.readFileSync(path.join(__dirname, "anno.jsonld"), "utf8"));
const OA = "http://www.w3.org/ns/oa#";

(async () => {
  const document = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
  const documentLoader = async (url) => {
    if (url !== "http://www.w3.org/ns/anno.jsonld") throw new Error(`no other context is loaded: ${url}`);
    return { documentUrl: url, document: context };
  };
  const [page] = await jsonld.expand(document, { documentLoader, base: "https://example.org/", safe: true });
  const items = page["https://www.w3.org/ns/activitystreams#items"][0]["@list"];
  if (items.length !== document.items.length) throw new Error("items were lost");
  for (const item of items) {
    if (item["@type"][0] !== `${OA}Annotation`) throw new Error(`no annotation: ${JSON.stringify(item)}`);
    const target = item[`${OA}hasTarget`][0];
    const kinds = target[`${OA}hasSelector`].map((s) => s["@type"][0]).sort();
    if (kinds.join() !== `${OA}TextPositionSelector,${OA}TextQuoteSelector`) throw new Error(`selectors: ${kinds}`);
    if (!target[`${OA}hasSource`][0]["@id"]) throw new Error("a source is no IRI");
    if (item[`${OA}hasBody`].length !== 2) throw new Error("a body was lost");
  }
})().catch((error) => {
  console.error(`${process.argv[2]}: ${error.message}`);
  process.exit(1);
});

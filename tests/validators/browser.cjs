// The HTML report in Chromium: opens from a file, filters, links both ways, a decision made, exported and read back; hostile
// texts run nothing; many findings open fast; axe-core finds nothing serious. usage: browser.cjs FOLDER BINARY
const { execFileSync, spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { chromium } = require("playwright-core");

const folder = path.resolve(process.argv[2]);
const binary = path.resolve(process.argv[3]);
const executablePath = execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).trim();
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const failures = [];
const check = (fits, what) => fits || failures.push(what);

async function open(browser, file, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const said = [];
  page.on("console", (m) => said.push(m.text()));
  page.on("pageerror", (e) => said.push(String(e)));
  page.on("dialog", (d) => (said.push(`dialog ${d.message()}`), d.accept()));
  page.on("request", (r) => r.url().startsWith("file:") || r.url().startsWith("blob:") || said.push(`request ${r.url()}`));
  const start = Date.now();
  await page.goto(`file://${file}`);
  await page.locator("#shown").waitFor();
  return { context, page, said, took: Date.now() - start };
}

async function accessible(browser, file, options, name) {
  // The page's own policy refuses axe's style; everything else runs under it.
  const { context, page } = await open(browser, file, { ...options, bypassCSP: true });
  await page.addStyleTag({ content: ".finding { content-visibility: visible !important }" });
  await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
  await page.addScriptTag({ content: axe });
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  for (const v of violations) check(false, `${name}: axe ${v.impact} ${v.id}: ${v.nodes[0].html.slice(0, 200)}`);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  check(over <= 0, `${name}: ${over} pixels wider than the window`);
  await context.close();
}

async function reader(browser, file) {
  const { context, page, said } = await open(browser, file);
  const shown = () => page.locator(".finding:visible").count();
  const all = await shown();
  check(all > 0, "no finding is shown");
  await page.locator("[name=verdict][value=agree]").uncheck();
  const agree = await page.locator(".finding.agree").count();
  check((await shown()) === all - agree, "the verdict filter");
  await page.locator("#reset").click();
  await page.locator("#search").fill("no such word anywhere");
  check((await shown()) === 0, "the search finds what is not there");
  await page.locator("#reset").click();
  check((await shown()) === all, "show all");

  const first = page.locator(".finding").first();
  await first.locator("details").evaluateAll((all) => all.forEach((d) => (d.open = true)));
  await first.locator("a.place").first().click();
  const claim = await page.evaluate(() => location.hash.slice(1));
  check(await page.locator(`#texts [id="${claim}"]`).count(), "a claim leads to its article");
  await page.locator(`#texts a.note`).first().click();
  check((await page.evaluate(() => document.activeElement.className)).includes("finding"), "an article leads to the finding");

  await first.evaluate((e) => e.focus());
  await page.keyboard.press("j");
  check((await page.evaluate(() => document.activeElement.className)).includes("finding"), "j steps to a finding");
  await first.evaluate((e) => e.focus());
  await first.locator(".decide input").fill('asked "both" \\ desks');
  await first.locator("[data-decision=dismissed]").click();
  await page.reload();
  check((await page.locator("[aria-pressed=true]").count()) === 1, "a decision is kept");
  const download = page.waitForEvent("download");
  await page.locator("#save").click();
  const saved = path.join(folder, "decisions.toml");
  await (await download).saveAs(saved);
  const id = await page.locator(".finding").first().getAttribute("data-id");
  check(fs.readFileSync(saved, "utf8").includes(id), "the export names the finding");
  await page.locator("#markdown").click();
  check((await page.locator("#out").inputValue()).includes("### "), "Markdown of what is shown");
  check(said.length === 0, `the console is not silent: ${said[0]}`);
  await page.pdf({ path: path.join(folder, "printed.pdf"), format: "A4" });
  await context.close();
  return { saved, id };
}

function readBack(story, { saved, id }) {
  const run = spawnSync(binary, ["check", story, "--decisions", saved, "--format", "json"], { encoding: "utf8", maxBuffer: 1 << 28 });
  check(run.status === 0 || run.status === 1, `check --decisions: exit ${run.status}: ${run.stderr}`);
  if (run.status > 1) return;
  const reports = [JSON.parse(run.stdout)].flat();
  const finding = reports.flatMap((r) => r.findings).find((f) => f.id === id);
  check(finding && finding.ignored === 'dismissed: asked "both" \\ desks', `the decision is read back: ${finding && finding.ignored}`);
}

(async () => {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const sample = path.join(folder, "sample.html");
  for (const [name, options] of [
    ["light", { colorScheme: "light" }],
    ["dark", { colorScheme: "dark" }],
    ["narrow", { colorScheme: "light", viewport: { width: 380, height: 800 } }],
  ]) {
    await accessible(browser, sample, options, name);
    await accessible(browser, path.join(folder, "hostile.html"), options, `hostile, ${name}`);
  }
  await reader(browser, sample);

  const hostile = await open(browser, path.join(folder, "hostile.html"));
  check(hostile.said.length === 0, `hostile texts ran something: ${hostile.said[0]}`);
  await hostile.context.close();

  // The best of three, as other work on the machine is no fault of the page.
  let [took, count] = [Infinity, 0];
  for (let i = 0; i < 3; i += 1) {
    const large = await open(browser, path.join(folder, "large.html"));
    took = Math.min(took, large.took);
    count = await large.page.locator(".finding").count();
    await large.context.close();
  }
  check(count >= 1000, `only ${count} findings to measure with`);
  check(took < 2000, `${count} findings took ${took} ms to open`);

  const story = path.join(folder, "story.html");
  if (fs.existsSync(story)) readBack(process.env.CLAIMDIFF_STORY || "sources", await reader(browser, story));
  await browser.close();
  failures.forEach((f) => console.error(f));
  process.exit(failures.length ? 1 : 0);
})();
